package io.honeypods.ssh;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the SSH decoy can't do because nothing in it could, and which way its arrows point. */
@AnalyzeClasses(packagesOf = SshDecoy.class, importOptions = DoNotIncludeTests.class)
class SshArchitectureTest {

  @ArchTest
  static final ArchRule ARROWS_POINT_ONE_WAY =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("transport")
          .definedBy("io.honeypods.ssh")
          .layer("shell")
          .definedBy("io.honeypods.ssh.shell")
          .layer("command")
          .definedBy("io.honeypods.ssh.command")
          .layer("host")
          .definedBy("io.honeypods.ssh.host")
          .whereLayer("transport")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("shell")
          .mayOnlyBeAccessedByLayers("transport")
          .whereLayer("command")
          .mayOnlyBeAccessedByLayers("transport")
          .whereLayer("host")
          .mayOnlyBeAccessedByLayers("transport", "shell", "command");

  @ArchTest
  static final ArchRule STARTS_NO_PROCESS =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveNameMatching("java\\.lang\\.(Process|ProcessBuilder|ProcessHandle|Runtime)");

  @ArchTest
  static final ArchRule OPENS_NO_SOCKET =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.nio.channels..", "java.net.http..", "io.netty.channel..")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching("java\\.net\\.(.*Socket|URL|URI|URLConnection)")
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.sshd.client..", "org.apache.sshd.server..");

  @ArchTest
  static final ArchRule TOUCHES_NO_FILE_BUT_HOST_KEYS_AND_RECORDINGS =
      noClasses()
          .that()
          .doNotHaveSimpleName("HostKeys")
          .and()
          .doNotHaveSimpleName("Recordings")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.nio.file.Files")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching(
              "java\\.io\\.(File|FileInputStream|FileOutputStream|FileReader|FileWriter|RandomAccessFile)");

  @ArchTest
  static final ArchRule WHAT_IS_INSIDE_KNOWS_NO_NETWORK =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.honeypods.ssh.shell", "io.honeypods.ssh.command", "io.honeypods.ssh.host")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net..", "io.netty..", "org.apache.sshd..", "java.nio.file..");
}
