package io.honeypods.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** What no decoy can do because nothing in it could: a module holds its classes to these. */
public final class DecoyRules {
  private DecoyRules() {}

  public static ArchRule startsNoProcess() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .haveNameMatching("java\\.lang\\.(Process|ProcessBuilder|ProcessHandle|Runtime)");
  }

  /** Opens no socket of its own, and asks no name server and no directory. */
  public static ArchRule connectsToNobody(String... but) {
    return noClasses()
        .that(areNot(but))
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.net\\.(Socket|ServerSocket|DatagramSocket|URL|URLConnection|http\\..*)")
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("io.netty.bootstrap..", "io.netty.channel..", "javax.naming..");
  }

  /** Opens no file, neither to read nor to write. */
  public static ArchRule opensNoFile(String... but) {
    return noClasses()
        .that(areNot(but))
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.nio.file.Files")
        .orShould()
        .dependOnClassesThat()
        .resideInAPackage("java.nio.channels..")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("java\\.io\\.(File.*|RandomAccessFile)");
  }

  /** Nothing but the decoy and its configuration can be used from outside. */
  public static ArchRule showsOnly(String... names) {
    return classes().that().areTopLevelClasses().and(areNot(names)).should().notBePublic();
  }

  private static DescribedPredicate<JavaClass> areNot(String... simpleNames) {
    List<String> names = List.of(simpleNames);
    return DescribedPredicate.describe(
        "are not " + names, type -> !names.contains(type.getSimpleName()));
  }
}
