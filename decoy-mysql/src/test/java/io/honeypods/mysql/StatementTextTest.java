package io.honeypods.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "SELECT 1                            | SELECT 1",
        "SELECT/**/1                         | SELECT 1",
        "/* a */SELECT /* b */ 1 /* c        | SELECT 1",
        "SELECT /*!40001 SQL_NO_CACHE */ * FROM t | SELECT SQL_NO_CACHE * FROM t",
        "/*M!100100 SET x=1 */               | SET x=1",
        "/*! SHOW TABLES*/                   | SHOW TABLES",
        "SELECT '/* no  comment */', `#  a` | SELECT '/* no  comment */',#  a",
        "SELECT \"--  x\"                    | SELECT \"--  x\"",
        "SELECT 'it''s  \\'  here'           | SELECT 'it''s  \\'  here'",
        "SELECT 'open                        | SELECT 'open",
        "SELECT COUNT ( * ) AS n , a = 1 ; b | SELECT COUNT(*) AS n,a=1;b",
        "SELECT*FROM`a`.`b`WHERE 1           | SELECT*FROM a.b WHERE 1",
        "SELECT `open                        | SELECT open",
        "SELECT 1 -- tail                    | SELECT 1",
        "SELECT 1 # tail                     | SELECT 1",
        "SELECT 5--2                         | SELECT 5--2",
        "'\\                                 | '\\",
      })
  void isAsPlainAsItCanBe(String sql, String plain) {
    assertThat(StatementText.plain(sql)).isEqualTo(plain);
  }
}
