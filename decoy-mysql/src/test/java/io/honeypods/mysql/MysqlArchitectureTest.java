package io.honeypods.mysql;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.honeypods.testkit.DecoyRules;

/** What the MySQL decoy is made of, and what it can't do because nothing in it could. */
@AnalyzeClasses(packagesOf = MysqlDecoy.class, importOptions = DoNotIncludeTests.class)
class MysqlArchitectureTest {
  private static final String OURS = "io.honeypods.mysql";

  @ArchTest
  static final ArchRule ARROWS_POINT_ONE_WAY =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("wire")
          .definedBy(OURS)
          .layer("x")
          .definedBy(OURS + ".x")
          .layer("sql")
          .definedBy(OURS + ".sql..")
          .layer("account")
          .definedBy(OURS + ".account")
          .whereLayer("wire")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("x")
          .mayOnlyBeAccessedByLayers("wire")
          .whereLayer("sql")
          .mayOnlyBeAccessedByLayers("wire")
          .whereLayer("account")
          .mayOnlyBeAccessedByLayers("wire", "sql");

  @ArchTest
  static final ArchRule THE_ENGINE_KNOWS_NO_WIRE =
      noClasses()
          .that()
          .resideInAnyPackage(OURS + ".sql..", OURS + ".account..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.netty..", "io.honeypods.decoy.net..", "javax.net..");

  @ArchTest static final ArchRule OPENS_NO_FILE_FOR_A_PEER = DecoyRules.opensNoFile("Seeds");

  @ArchTest static final ArchRule STARTS_NO_PROCESS = DecoyRules.startsNoProcess();

  @ArchTest
  static final ArchRule CONNECTS_TO_NOBODY = DecoyRules.connectsToNobody("OneKey", "TrustsAll");
}
