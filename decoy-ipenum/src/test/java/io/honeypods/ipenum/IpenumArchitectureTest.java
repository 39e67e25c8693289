package io.honeypods.ipenum;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.honeypods.testkit.DecoyRules;

/** What the silent pod is made of, and what it can't do because nothing in it could. */
@AnalyzeClasses(packagesOf = IpenumDecoy.class, importOptions = DoNotIncludeTests.class)
class IpenumArchitectureTest {

  @ArchTest
  static final ArchRule SHOWS_ONLY_THE_DECOY_AND_ITS_CONFIGURATION =
      DecoyRules.showsOnly("IpenumDecoy", "IpenumConfig");

  @ArchTest
  static final ArchRule ONE_CLASS_CALLS_INTO_C =
      noClasses()
          .that()
          .doNotHaveSimpleName("LibC")
          .should()
          .dependOnClassesThat()
          .haveNameMatching("java\\.lang\\.foreign\\.(Linker.*|FunctionDescriptor|SymbolLookup)");

  @ArchTest
  static final ArchRule SENDS_NOTHING =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveNameMatching("java\\.net\\.(Socket|DatagramSocket|URL|URLConnection|http\\..*)")
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("java.nio.channels..", "io.netty.bootstrap..", "io.netty.channel..");

  @ArchTest static final ArchRule STARTS_NO_PROCESS = DecoyRules.startsNoProcess();
}
