<?php
[, $host, $port] = $argv;
mysqli_report(MYSQLI_REPORT_ERROR | MYSQLI_REPORT_STRICT);

function attempt(string $what, callable $action): void {
  try {
    echo $what, ' ', json_encode($action()), "\n";
  } catch (mysqli_sql_exception | PDOException $error) {
    echo $what, ' ', $error->getCode(), ' ', $error->getMessage(), "\n";
  }
}

attempt('wrong', fn() => new mysqli($host, 'root', 'wrong', '', (int) $port));
$db = new mysqli($host, 'root', '', '', (int) $port);
echo $db->server_info, ' ', $db->server_version, ' ', $db->protocol_version, ' ', $db->character_set_name(), "\n";
$db->query('DROP DATABASE IF EXISTS php_test');
$db->query('CREATE DATABASE php_test');
$db->select_db('php_test');
$db->set_charset('utf8mb4');
$db->query('CREATE TABLE t (id INT AUTO_INCREMENT PRIMARY KEY, v VARCHAR(20), d DOUBLE)');
$insert = $db->prepare('INSERT INTO t (v, d) VALUES (?, ?)');
foreach ([['a', 1.5], ["ü'", null]] as [$v, $d]) {
  $insert->bind_param('sd', $v, $d);
  $insert->execute();
  echo $db->insert_id, ' ', $db->affected_rows, "\n";
}
echo json_encode($db->query('SELECT * FROM t')->fetch_all(MYSQLI_ASSOC)), "\n";
$select = $db->prepare('SELECT id, v, d FROM t WHERE id = ?');
$id = 2;
$select->bind_param('i', $id);
$select->execute();
echo json_encode($select->get_result()->fetch_all()), "\n";
attempt('table', fn() => $db->query('SELECT * FROM nosuch'));
$db->multi_query('SELECT 1; SELECT 2 AS b; UPDATE t SET v = 1');
do {
  $result = $db->store_result();
  echo $result ? json_encode($result->fetch_all()) : $db->affected_rows, "\n";
} while ($db->more_results() && $db->next_result());
$db->change_user('root', '', 'mysql');
echo json_encode($db->query('SELECT DATABASE()')->fetch_row()), ' ', preg_replace('/[0-9.]+/', 'N', $db->stat()), "\n";
$db->close();

attempt('pdo wrong', fn() => new PDO("mysql:host=$host;port=$port", 'root', 'wrong'));
foreach ([true, false] as $emulated) {
  $pdo = new PDO("mysql:host=$host;port=$port;dbname=php_test;charset=utf8mb4", 'root', '', [
    PDO::ATTR_EMULATE_PREPARES => $emulated,
  ]);
  $pdo->beginTransaction();
  $statement = $pdo->prepare('INSERT INTO t (v, d) VALUES (:v, :d)');
  $statement->execute(['v' => 'pdo', 'd' => 2.25]);
  echo $statement->rowCount(), "\n";
  $pdo->rollBack();
  $statement = $pdo->prepare('SELECT * FROM t WHERE v = ? OR id < ?');
  $statement->execute(['1', 5]);
  echo json_encode($statement->fetchAll(PDO::FETCH_ASSOC)), "\n";
  attempt('pdo syntax', fn() => $pdo->query('SELEC'));
  echo $pdo->getAttribute(PDO::ATTR_SERVER_VERSION), "\n";
}
