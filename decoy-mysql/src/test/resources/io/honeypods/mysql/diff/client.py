import sys
import pymysql

host, port = sys.argv[1], int(sys.argv[2])


def attempt(what, action):
    try:
        print(what, action())
    except pymysql.MySQLError as error:
        print(what, type(error).__name__, error.args)


attempt("wrong", lambda: pymysql.connect(host=host, port=port, user="root", password="wrong"))
attempt("schema", lambda: pymysql.connect(host=host, port=port, user="root", database="nosuch"))
connection = pymysql.connect(host=host, port=port, user="root", password="", charset="utf8mb4")
print(connection.get_server_info(), connection.get_autocommit())
with connection.cursor() as cursor:
    cursor.execute("DROP DATABASE IF EXISTS py_test")
    cursor.execute("CREATE DATABASE py_test")
    cursor.execute("USE py_test")
    cursor.execute(
        "CREATE TABLE people (id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(40),"
        " score DECIMAL(6,2), born DATE, seen DATETIME, photo BLOB)"
    )
    print(
        cursor.executemany(
            "INSERT INTO people (name, score, born, seen, photo) VALUES (%s, %s, %s, %s, %s)",
            [
                ("Zoë", 1.5, "1990-01-02", "2024-02-29 10:11:12", b"\x00\xff'"),
                ("it's", None, None, None, None),
            ],
        ),
        cursor.lastrowid,
    )
    connection.rollback()
    print(cursor.execute("SELECT COUNT(*) FROM people"), cursor.fetchall())
    cursor.execute("INSERT INTO people (name, score, born) VALUES ('Ann', 2, '2000-12-31')")
    connection.commit()
    print(cursor.execute("SELECT * FROM people"), cursor.fetchall(), cursor.description)
    attempt("table", lambda: cursor.execute("SELECT * FROM nosuch"))
    attempt("syntax", lambda: cursor.execute("SELEC 1"))
    cursor.execute("SHOW DATABASES LIKE 'py%'")
    print(cursor.fetchall())
with connection.cursor(pymysql.cursors.DictCursor) as cursor:
    cursor.execute("SELECT id, name FROM people WHERE name = %s", ("Ann",))
    print(cursor.fetchall())
with connection.cursor(pymysql.cursors.SSCursor) as cursor:
    cursor.execute("SELECT 1 UNION SELECT 2")
    print(list(cursor))
connection.ping()
connection.select_db("mysql")
connection.close()
