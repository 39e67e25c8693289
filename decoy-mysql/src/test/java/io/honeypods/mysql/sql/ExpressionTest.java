package io.honeypods.mysql.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Expressions and what the genuine 8.0.12 makes of them. */
class ExpressionTest {
  private final SqlConsole console = new SqlConsole();

  static Stream<Arguments> numbers() {
    return SqlConsole.table(
        """
        1 + 1 => 2
        7 / 2 => 3.5000
        2 / 3 * 3 => 2.0000
        1 / 3 => 0.3333
        10 / 4 * 2 => 5.0000
        1.10 * 2 => 2.20
        -7 DIV 2 => -3
        -7 % 2 => -1
        5 DIV 0 => NULL
        5 & 3 => 1
        ~0 => 18446744073709551615
        1 << 65 => 0
        0.1 + 0.2 => 0.3
        0.1e0 + 0.2e0 => 0.30000000000000004
        1e15 => 1e15
        1e-16 => 1e-16
        '5abc' + 3 => 8
        0x41 + 1 => 66
        9223372036854775807 + 0 => 9223372036854775807
        ROUND(2.5) => 3
        ROUND(2.5e0) => 2
        ROUND(1e0, 2) => 1.00
        FLOOR(1e20) => 100000000000000000000
        TRUNCATE(1.999, 2) => 1.99
        PI() => 3.141593
        CEIL(-1.2) => -1
        MOD(7.5, 2) => 1.5
        POW(2, -1) => 0.5
        RAND(1) => 0.40540353712197724
        CONV('ff', 16, 10) => 255
        FORMAT(12332.2, 2, 'de_DE') => 12.332,20
        CRC32(1) => 2212294583
        BIT_COUNT(7) => 3
        INTERVAL(23, 1, 15, 17, 30) => 3
        GREATEST('a', 1) => a
        LEAST(1.5, 2) => 1.5
        """);
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void computesWithNumbers(String expression, String value) {
    assertThat(console.rows("SELECT " + expression)).isEqualTo(value);
  }

  static Stream<Arguments> texts() {
    return SqlConsole.table(
        """
        CONCAT('a', NULL) => NULL
        CONCAT(1, 2.5, 'x') => 12.5x
        CONCAT(1 / 3) => 0.3333
        CONCAT_WS(',', 'a', NULL, 'b') => a,b
        LEFT('hello', 2) => he
        SUBSTR('hello', -3) => llo
        SUBSTRING_INDEX('www.mysql.com', '.', -2) => mysql.com
        LPAD('5', 3, '0') => 005
        LPAD('a', 5, '') => NULL
        INSERT('Quadratic', 3, 4, 'What') => QuWhattic
        TRIM(LEADING 'x' FROM 'xxa') => a
        REPLACE('aXbX', 'X', 'y') => ayby
        HEX('abc') => 616263
        HEX(255) => FF
        QUOTE('it''s') => 'it\\'s'
        SOUNDEX('Robert') => R163
        ELT(2, 'a', 'b') => b
        FIELD('b', 'a', 'b') => 2
        FIND_IN_SET('b', 'a,b,c') => 2
        MAKE_SET(5, 'a', 'b', 'c') => a,c
        EXPORT_SET(5, 'Y', 'N', ',', 4) => Y,N,Y,N
        'a' = 'A' => 1
        'ä' = 'a' => 1
        'ß' = 'ss' => 1
        'a' COLLATE utf8mb4_bin = 'A' => 0
        'abc' LIKE '_b%' => 1
        'a%c' LIKE 'a|%c' ESCAPE '|' => 1
        'abc' REGEXP '^A' => 1
        STRCMP('a', 'B') => -1
        HEX(WEIGHT_STRING('aB1')) => 1C471C601C3E
        INET6_NTOA(INET6_ATON('fe80::1:2')) => fe80::1:2
        INET_ATON('1.2') => 16777218
        BIN_TO_UUID(UUID_TO_BIN('6ccd780c-baba-1026-9564-5b8c656024db', 1), 1) => 6ccd780c-baba-1026-9564-5b8c656024db
        STATEMENT_DIGEST_TEXT('SELECT a FROM t WHERE x IN (1, 2)') => SELECT `a` FROM `t` WHERE `x` IN (...)
        """);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void computesWithText(String expression, String value) {
    assertThat(console.rows("SELECT " + expression)).isEqualTo(value);
  }

  static Stream<Arguments> dates() {
    return SqlConsole.table(
        """
        DATE '2024-02-29' + 0 => 20240229
        DATE_ADD('2024-01-31', INTERVAL 1 MONTH) => 2024-02-29
        '2024-01-31' - INTERVAL 1 SECOND => 2024-01-30 23:59:59
        DATE_ADD('2024-01-01', INTERVAL '1 2' DAY_HOUR) => 2024-01-02 02:00:00
        DATE_ADD('9999-12-31', INTERVAL 1 DAY) => NULL
        DATEDIFF('2024-03-01', '2024-02-01') => 29
        TIMEDIFF('10:00:00.5', '09:30:00') => 00:30:00.5
        TIMESTAMPDIFF(MONTH, '2024-01-31', '2024-02-29') => 0
        ADDTIME('10:00:00', '01:00:00') => 11:00:00
        DATE_FORMAT('2024-02-29 13:04:05', '%W %D %b %y %j %r') => Thursday 29th Feb 24 060 01:04:05 PM
        TIME_FORMAT('100:11:12', '%H %k') => 100 100
        STR_TO_DATE('29.02.2024', '%d.%m.%Y') => 2024-02-29
        STR_TO_DATE('60 2024', '%j %Y') => 2024-02-29
        UNIX_TIMESTAMP('2024-01-01 00:00:00.5') => 1704067200.5
        FROM_UNIXTIME(86400, '%Y-%m') => 1970-01
        EXTRACT(DAY_HOUR FROM '2024-02-29 10:00:00') => 2910
        EXTRACT(HOUR FROM '-10:11:12') => -10
        WEEK('2024-12-31', 3) => 1
        YEARWEEK('2024-12-31') => 202452
        MAKETIME(10, 11, 12.5) => 10:11:12.5
        SEC_TO_TIME(3661.25) => 01:01:01.25
        PERIOD_ADD(2401, 2) => 202403
        LAST_DAY('2024-02-01') => 2024-02-29
        GET_FORMAT(DATETIME, 'USA') => %Y-%m-%d %H.%i.%s
        CAST('2024-02-29 10:11:12.999999' AS DATETIME) => 2024-02-29 10:11:13
        CAST('1 10:11' AS TIME) => 34:11:00
        YEAR('garbage') => NULL
        CONVERT_TZ('2024-01-01 12:00:00', '+00:00', '+02:00') => 2024-01-01 14:00:00
        """);
  }

  @ParameterizedTest
  @MethodSource("dates")
  void computesWithDates(String expression, String value) {
    assertThat(console.rows("SELECT " + expression)).isEqualTo(value);
  }

  static Stream<Arguments> logic() {
    return SqlConsole.table(
        """
        NULL = NULL => NULL
        NULL <=> NULL => 1
        1 AND NULL => NULL
        0 AND NULL => 0
        1 OR NULL => 1
        NULL XOR 1 => NULL
        NOT NULL => NULL
        2 NOT BETWEEN 1 AND 3 => 0
        1 IN (NULL, 1) => 1
        2 IN (NULL, 1) => NULL
        (1, 2) < (1, 3) => 1
        ROW(1, 2) IN ((1, 2), (3, 4)) => 1
        CASE WHEN NULL THEN 1 ELSE 2.5 END => 2.5
        IF(1, CURDATE(), NOW()) > '2000-01-01' => 1
        COALESCE(NULL, NULL, 3) => 3
        NULLIF(1, 1) => NULL
        IFNULL(NULL, 'x') => x
        NULL IS UNKNOWN => 1
        1 / 3 = 0.3333 => 0
        """);
  }

  @ParameterizedTest
  @MethodSource("logic")
  void knowsThreeTruthValues(String expression, String value) {
    assertThat(console.rows("SELECT " + expression)).isEqualTo(value);
  }

  static Stream<Arguments> documents() {
    return SqlConsole.table(
        """
        JSON_ARRAY(1, 'a', NULL, TRUE, 1.5, 1e0) => [1, "a", null, true, 1.5, 1.0]
        JSON_EXTRACT('{"a":{"b":[1,2]}}', '$.a.b[1]') => 2
        JSON_EXTRACT('[1,2,3]', '$[last-1]') => 2
        JSON_EXTRACT('{"a":{"b":1},"c":{"b":2}}', '$**.b') => [1, 2]
        JSON_SET('{"a":1}', '$.a', 2, '$.b', 3) => {"a": 2, "b": 3}
        JSON_REMOVE('[1,2,3]', '$[1]', '$[0]') => [3]
        JSON_ARRAY_INSERT('[1,2]', '$[1]', 'x') => [1, "x", 2]
        JSON_MERGE_PATCH('{"a":1,"b":{"c":1}}', '{"a":null,"b":{"d":2}}') => {"b": {"c": 1, "d": 2}}
        JSON_MERGE_PRESERVE('{"a":1}', '{"a":2}') => {"a": [1, 2]}
        JSON_SEARCH('{"a":"abc","b":["abc"]}', 'all', 'a%') => ["$.a", "$.b[0]"]
        JSON_CONTAINS('{"a":[1]}', '1', '$.a') => 1
        JSON_CONTAINS_PATH('{"a":1}', 'all', '$.a', '$.b') => 0
        JSON_KEYS('{"b":1,"aa":2,"a":3}') => ["a", "b", "aa"]
        JSON_TYPE('1.5') => DOUBLE
        JSON_DEPTH('[[1]]') => 3
        JSON_LENGTH('[1,2]') => 2
        JSON_VALID('{') => 0
        JSON_STORAGE_SIZE('{"a":1}') => 13
        """);
  }

  @ParameterizedTest
  @MethodSource("documents")
  void worksOnDocuments(String expression, String value) {
    assertThat(console.rows("SELECT " + expression)).isEqualTo(value);
  }

  static Stream<Arguments> types() {
    return SqlConsole.table(
        """
        1 + 1 => LONGLONG 63 3 0081 0
        7 / 2 => NEWDECIMAL 63 7 0080 4
        10 / 4 * 2 => NEWDECIMAL 63 9 0080 4
        0x41 + 1 => LONGLONG 63 2 00a1 0
        ROUND(1e0, 2) => DOUBLE 63 19 0081 2
        FLOOR(1e20) => DOUBLE 63 17 0081 0
        PI() => DOUBLE 63 8 0081 6
        CEIL(-1.2) => LONGLONG 63 5 0081 0
        CONCAT(1, 2.5, 'x') => VAR_STRING 255 24 0000 31
        LEFT('hello', 2) => VAR_STRING 255 8 0000 31
        LPAD('5', 3, '0') => VAR_STRING 255 12 0000 31
        HEX('abc') => VAR_STRING 255 96 0000 31
        QUOTE('it''s') => VAR_STRING 255 24 0000 31
        MAKE_SET(5, 'a', 'b', 'c') => VAR_STRING 255 20 0001 31
        'a' = 'A' => LONGLONG 63 1 0081 0
        'a' COLLATE utf8mb4_bin = 'A' => LONGLONG 63 1 0080 0
        'abc' REGEXP '^A' => LONGLONG 63 21 0081 0
        DATE '2024-02-29' + 0 => LONGLONG 63 10 0081 0
        DATE_ADD('2024-01-31', INTERVAL 1 MONTH) => STRING 255 116 0000 31
        STR_TO_DATE('29.02.2024', '%d.%m.%Y') => DATE 63 10 0080 0
        UNIX_TIMESTAMP('2024-01-01 00:00:00.5') => NEWDECIMAL 63 14 0081 1
        EXTRACT(DAY_HOUR FROM '2024-02-29 10:00:00') => LONGLONG 63 9 0080 0
        CASE WHEN NULL THEN 1 ELSE 2.5 END => NEWDECIMAL 63 4 0081 1
        COALESCE(NULL, NULL, 3) => LONGLONG 63 1 0080 0
        NULLIF(1, 1) => LONGLONG 63 1 0080 0
        JSON_ARRAY(1, 'a', NULL, TRUE, 1.5, 1e0) => JSON 255 16777216 0080 31
        JSON_TYPE('1.5') => VAR_STRING 255 68 0080 31
        JSON_LENGTH('[1,2]') => LONGLONG 63 21 0080 0
        """);
  }

  @ParameterizedTest
  @MethodSource("types")
  void tellsTheTypeOfAnExpression(String expression, String type) {
    assertThat(console.columns("SELECT " + expression)).isEqualTo(type);
  }
}
