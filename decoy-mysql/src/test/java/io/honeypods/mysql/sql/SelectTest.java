package io.honeypods.mysql.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Queries of tables and what the genuine 8.0.12 answers. */
class SelectTest {
  private final SqlConsole console = new SqlConsole();

  @BeforeEach
  void fill() {
    console.run("CREATE TABLE customers (id INT PRIMARY KEY, name VARCHAR(30), city VARCHAR(20))");
    console.run(
        "CREATE TABLE orders (id INT PRIMARY KEY AUTO_INCREMENT, customer INT,"
            + " amount DECIMAL(8,2), placed DATE, KEY by_customer (customer))");
    console.run(
        "INSERT INTO customers VALUES"
            + " (1,'Ann','Berlin'),(2,'Bob','Paris'),(3,'Cem',NULL),(4,'Dee','Berlin')");
    console.run(
        "INSERT INTO orders (customer,amount,placed) VALUES (1,10.50,'2024-01-01'),"
            + "(1,20,'2024-01-02'),(2,5.25,'2024-02-01'),(3,NULL,NULL),(9,1,'2024-03-01')");
  }

  static Stream<Arguments> queries() {
    return SqlConsole.table(
        """
        SELECT c.name, o.amount FROM customers c LEFT JOIN orders o ON o.customer = c.id ORDER BY c.id, o.id => Ann | 10.50 / Ann | 20.00 / Bob | 5.25 / Cem | NULL / Dee | NULL
        SELECT c.name, o.id FROM customers c RIGHT JOIN orders o ON o.customer = c.id ORDER BY o.id => Ann | 1 / Ann | 2 / Bob | 3 / Cem | 4 / NULL | 5
        SELECT id, name, customer FROM customers NATURAL JOIN orders => 1 | Ann | 1 / 2 | Bob | 1 / 3 | Cem | 2 / 4 | Dee | 3
        SELECT name FROM customers JOIN orders USING (id) ORDER BY id => Ann / Bob / Cem / Dee
        SELECT city, COUNT(*), MIN(name), SUM(id), AVG(id) FROM customers GROUP BY city ORDER BY city => NULL | 1 | Cem | 3 | 3.0000 / Berlin | 2 | Ann | 5 | 2.5000 / Paris | 1 | Bob | 2 | 2.0000
        SELECT city, COUNT(*) n FROM customers GROUP BY city HAVING n > 1 => Berlin | 2
        SELECT customer, SUM(amount) FROM orders GROUP BY customer WITH ROLLUP => 1 | 30.50 / 2 | 5.25 / 3 | NULL / 9 | 1.00 / NULL | 36.75
        SELECT GROUP_CONCAT(name ORDER BY name DESC SEPARATOR '-'), COUNT(DISTINCT city), STD(id), BIT_XOR(id) FROM customers => Dee-Cem-Bob-Ann | 2 | 1.118033988749895 | 4
        SELECT DISTINCT city FROM customers ORDER BY city DESC => Paris / Berlin / NULL
        SELECT name FROM customers ORDER BY name LIMIT 1, 2 => Bob / Cem
        SELECT name FROM customers c WHERE NOT EXISTS (SELECT 1 FROM orders o WHERE o.customer = c.id) => Dee
        SELECT name FROM customers WHERE id > ALL (SELECT customer FROM orders WHERE customer < 3) => Cem / Dee
        SELECT name FROM customers WHERE id IN (SELECT customer FROM orders) ORDER BY name => Ann / Bob / Cem
        SELECT x.n FROM (SELECT COUNT(*) n FROM orders) x => 5
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5) SELECT GROUP_CONCAT(i) FROM n => 1,2,3,4,5
        SELECT id FROM customers UNION SELECT customer FROM orders ORDER BY id => 1 / 2 / 3 / 4 / 9
        SELECT 1.5 UNION SELECT 2 => 1.5 / 2.0
        SELECT JSON_ARRAYAGG(id), JSON_OBJECTAGG(id, name) FROM customers WHERE id < 3 => [1, 2] | {"1": "Ann", "2": "Bob"}
        SELECT (SELECT MAX(amount) FROM orders), (SELECT name FROM customers WHERE id = 1) => 20.00 | Ann
        SELECT name, ROW_NUMBER() OVER (ORDER BY id) r, RANK() OVER (ORDER BY city) k, SUM(id) OVER (PARTITION BY city ORDER BY id) s FROM customers ORDER BY id => Ann | 1 | 2 | 1 / Bob | 2 | 4 | 2 / Cem | 3 | 1 | 3 / Dee | 4 | 2 | 5
        SELECT id, LAG(name) OVER (ORDER BY id), LEAD(id, 2, 0) OVER (ORDER BY id) FROM customers => 1 | NULL | 3 / 2 | Ann | 4 / 3 | Bob | 0 / 4 | Cem | 0
        SELECT id, SUM(id) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING) FROM customers => 1 | 3 / 2 | 6 / 3 | 9 / 4 | 7
        SELECT id, NTILE(3) OVER w, FIRST_VALUE(name) OVER w, PERCENT_RANK() OVER w FROM customers WINDOW w AS (ORDER BY id DESC) => 4 | 1 | Dee | 0 / 3 | 1 | Dee | 0.3333333333333333 / 2 | 2 | Dee | 0.6666666666666666 / 1 | 3 | Dee | 1
        """);
  }

  @ParameterizedTest
  @MethodSource("queries")
  void findsRows(String query, String rows) {
    assertThat(console.rows(query)).isEqualTo(rows);
  }

  static Stream<Arguments> refused() {
    return SqlConsole.table(
        """
        SELECT nosuch FROM customers => 1054 Unknown column 'nosuch' in 'field list'
        SELECT id FROM customers, orders => 1052 Column 'id' in field list is ambiguous
        SELECT city, name FROM customers GROUP BY city => 1055 Expression #2 of SELECT list is not in GROUP BY clause and contains nonaggregated column 'd.customers.name' which is not functionally dependent on columns in GROUP BY clause; this is incompatible with sql_mode=only_full_group_by
        SELECT name, COUNT(*) FROM customers => 1140 In aggregated query without GROUP BY, expression #1 of SELECT list contains nonaggregated column 'd.customers.name'; this is incompatible with sql_mode=only_full_group_by
        SELECT * FROM customers WHERE SUM(id) > 1 => 1111 Invalid use of group function
        SELECT (SELECT id FROM customers) => 1242 Subquery returns more than 1 row
        SELECT id, name FROM customers UNION SELECT 1 => 1222 The used SELECT statements have a different number of columns
        SELECT n FROM (SELECT 1 n) => 1248 Every derived table must have its own alias
        SELECT * FROM customers c, customers c => 1066 Not unique table/alias: 'c'
        SELECT id FROM customers FORCE INDEX (nosuch) => 1176 Key 'nosuch' doesn't exist in table 'customers'
        SELECT 9223372036854775807 + 1 => 1690 BIGINT value is out of range in '(9223372036854775807 + 1)'
        SELECT CAST(0 AS UNSIGNED) - 1 => 1690 BIGINT UNSIGNED value is out of range in '(cast(0 as unsigned) - 1)'
        SELECT EXP(CASE 1 WHEN 1 THEN 1000 END) => 1690 DOUBLE value is out of range in 'exp((case 1 when 1 then 1000 end))'
        SELECT ABS(-9223372036854775808) => 1690 BIGINT value is out of range in 'abs(-(9223372036854775808))'
        SELECT JSON_EXTRACT('{"a":1,', '$') => 3141 Invalid JSON text in argument 1 to function json_extract: "Missing a name for object member." at position 7.
        SELECT JSON_EXTRACT('{}', '$.') => 3143 Invalid JSON path expression. The error is around character position 2.
        SELECT CONCAT() => 1582 Incorrect parameter count in the call to native function 'CONCAT'
        SELECT NOSUCH(1) => 1305 FUNCTION d.NOSUCH does not exist
        SELECT ROW_NUMBER() OVER nosuch FROM customers => 3579 Window name 'nosuch' is not defined.
        SELECT id FROM customers WHERE ROW_NUMBER() OVER () = 1 => 3593 You cannot use the window function 'row_number' in this context.'
        SELECT DATE '2024-02-30' => 1525 Incorrect DATE value: '2024-02-30'
        SELECT * FROM customers ORDER => 1064 You have an error in your SQL syntax; check the manual that corresponds to your MySQL server version for the right syntax to use near '' at line 1
        """);
  }

  @ParameterizedTest
  @MethodSource("refused")
  void saysWhatIsWrong(String query, String error) {
    assertThat(console.error(query)).isEqualTo(error);
  }

  static Stream<Arguments> scans() {
    return SqlConsole.table(
        """
        SELECT * FROM customers => yes
        SELECT COUNT(*) FROM customers, orders => no
        SELECT id FROM customers => no
        SELECT * FROM customers ORDER BY id => no
        SELECT * FROM customers ORDER BY name => yes
        SELECT * FROM customers WHERE id > 2 => no
        SELECT * FROM customers WHERE name = 'Ann' => yes
        SELECT customer FROM orders => no
        SELECT customer, COUNT(*) FROM orders GROUP BY customer => no
        SELECT name FROM customers JOIN orders USING (id) => yes
        SELECT name FROM customers WHERE 1 = 0 => no
        SELECT 1 UNION SELECT 2 => yes
        """);
  }

  @ParameterizedTest
  @MethodSource("scans")
  void tellsWhetherNoIndexWasUsed(String query, String scanned) {
    assertThat((console.status(query) & 0x20) != 0 ? "yes" : "no").isEqualTo(scanned);
  }
}
