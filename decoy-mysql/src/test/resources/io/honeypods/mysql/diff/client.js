const mysql = require('mysql');
const [host, port] = process.argv.slice(2);
const options = {host, port: Number(port), user: 'root', password: ''};
const say = (what) => (error, rows, fields) => {
  if (error) {
    console.log(what, error.code, error.errno, error.sqlState, error.sqlMessage);
  } else {
    console.log(what, JSON.stringify(rows), fields && [].concat(fields).map((f) => f && f.name));
  }
};

const wrong = mysql.createConnection({...options, password: 'wrong'});
wrong.connect((error) => {
  say('wrong')(error);
  const db = mysql.createConnection({...options, multipleStatements: true});
  db.connect((failure) => say('connect')(failure, 'in'));
  db.query('DROP DATABASE IF EXISTS js_test; CREATE DATABASE js_test; USE js_test', say('setup'));
  db.query('CREATE TABLE t (id INT AUTO_INCREMENT PRIMARY KEY, v VARCHAR(20), at DATETIME)', say('create'));
  db.query('INSERT INTO t SET ?', {v: "it's", at: '2024-02-29 10:11:12'}, say('insert'));
  db.query('SELECT * FROM t WHERE v = ?', ["it's"], say('select'));
  db.query('SELECT 1; SELECT 2', say('two'));
  db.query('SELECT * FROM nosuch', say('table'));
  db.query('SELECT SLEEP(0.01) AS slept', say('sleep'));
  db.beginTransaction(say('begin'));
  db.query('DELETE FROM t', say('delete'));
  db.rollback(say('rollback'));
  db.query('SELECT COUNT(*) AS n FROM t', say('count'));
  db.ping(say('ping'));
  db.changeUser({database: 'mysql'}, say('change'));
  db.query('SELECT DATABASE()', say('database'));
  db.end(say('end'));
});
