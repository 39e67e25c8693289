package io.honeypods.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.honeypods.testkit.DecoyRules;

/** What the web decoy is made of, and what it can't do because nothing in it could. */
@AnalyzeClasses(packagesOf = WebDecoy.class, importOptions = DoNotIncludeTests.class)
class WebArchitectureTest {

  @ArchTest
  static final ArchRule SHOWS_ONLY_THE_DECOY_AND_ITS_CONFIGURATION =
      DecoyRules.showsOnly("WebDecoy", "WebConfig");

  @ArchTest
  static final ArchRule OPENS_NO_FILE_FOR_A_PEER =
      DecoyRules.opensNoFile("DirectorySite", "Dashboard");

  @ArchTest static final ArchRule STARTS_NO_PROCESS = DecoyRules.startsNoProcess();

  @ArchTest
  static final ArchRule CONNECTS_TO_NOBODY_AND_RESOLVES_NOTHING =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "java\\.net\\.(Socket|DatagramSocket|URL|URLConnection|InetAddress|http\\..*)")
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("io.netty.bootstrap..", "io.netty.channel..", "javax.naming..");

  @ArchTest
  static final ArchRule MATCHES_NOTHING_THAT_COULD_BACKTRACK =
      noClasses().should().dependOnClassesThat().resideInAPackage("java.util.regex..");
}
