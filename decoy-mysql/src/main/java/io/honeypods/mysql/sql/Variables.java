package io.honeypods.mysql.sql;

import java.util.Locale;

/** User and system variables in expressions. */
final class Variables {
  private Variables() {}

  static Node user(Run run, String name) {
    String key = name.toLowerCase(Locale.ROOT);
    Value now = run.session().userVariables().getOrDefault(key, Value.NULL);
    ResultType type =
        switch (now) {
          case Value.Null() ->
              run.session().userVariables().containsKey(key)
                  ? ResultType.of(ColumnType.MEDIUM_BLOB, 16_777_215, ResultType.VARIES)
                      .asNullable()
                  : ResultType.of(ColumnType.LONG_BLOB, 16_777_216, ResultType.VARIES).asNullable();
          case Value.Int(_, var unsigned) -> {
            var plain = ResultType.integer(20).asNullable();
            yield unsigned ? plain.asUnsigned() : plain;
          }
          case Value.Decimal(var number) ->
              ResultType.of(ColumnType.NEWDECIMAL, 83, 30).asNullable();
          case Value.Real _ -> ResultType.real().asNullable();
          case Value.Blob _ -> ResultType.binary(16_777_215).asNullable();
          case Value.Text _, Value.Date _, Value.DateTime _, Value.Time _, Value.Json _ ->
              new ResultType(
                  ColumnType.LONG_BLOB,
                  16_777_215,
                  ResultType.VARIES,
                  false,
                  true,
                  run.session().settings().connection());
        };
    return Node.of(type, frame -> run.session().userVariables().getOrDefault(key, Value.NULL));
  }

  static Node assign(Run run, String name, Node value) {
    return Node.of(
        value.type(),
        frame -> {
          Value result = value.eval(frame);
          run.session().userVariable(name, result);
          return result;
        });
  }

  static Node system(Run run, SystemVariables.Scope scope, String name) {
    Value value = run.variable(scope, name);
    if (value == null) {
      throw Errors.unknownVariable(name);
    }
    ResultType type =
        switch (value) {
          case Value.Int(var number, var unsigned) -> {
            boolean truth = unsigned == false && number.bitLength() <= 1;
            var plain = ResultType.integer(truth ? 1 : 21).asNullable();
            yield truth ? plain : plain.asUnsigned();
          }
          case Value.Real _, Value.Decimal _ ->
              ResultType.of(ColumnType.DOUBLE, 21, 6).asNullable();
          case Value.Null() -> ResultType.text(0, Collation.UTF8MB3).asNullable();
          case Value.Text(var text) ->
              ResultType.text(text.length(), Collation.UTF8MB3).asNullable();
          case Value.Blob _, Value.Date _, Value.DateTime _, Value.Time _, Value.Json _ ->
              ResultType.text(Coercion.text(value).length(), Collation.UTF8MB3).asNullable();
        };
    return Node.constant(type, value);
  }
}
