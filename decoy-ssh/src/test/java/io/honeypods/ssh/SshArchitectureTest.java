package io.honeypods.ssh;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the SSH decoy can't do because nothing in it could. */
@AnalyzeClasses(packagesOf = SshDecoy.class, importOptions = DoNotIncludeTests.class)
class SshArchitectureTest {

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
  static final ArchRule READS_NO_FILE_BUT_HOST_KEYS =
      noClasses()
          .that()
          .doNotHaveSimpleName("HostKeys")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.nio.file.Files")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching("java\\.io\\.(File.*|RandomAccessFile)");
}
