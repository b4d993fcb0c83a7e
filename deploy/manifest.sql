-- One line for each table: its name, the number of its rows, a sum over what is in them. Two databases with the same
-- rows have the same lines, whatever their version, settings and order of rows. backup.sh writes it, restore.sh holds
-- the restored database against it.
SET search_path = pg_catalog;
-- Whoever does not see all rows gets an error instead of fewer rows.
SET row_security = off;
SET statement_timeout = 0;
-- Values are compared as texts: these decide how they are written.
SET client_encoding = 'UTF8';
SET timezone = 'UTC';
SET datestyle = 'ISO, YMD';
SET intervalstyle = 'iso_8601';
SET bytea_output = 'hex';
SET extra_float_digits = 1;

SELECT format(
    'SELECT %L, count(*), coalesce(sum((''x'' || left(encode(sha256(convert_to((r.*)::text, ''UTF8'')), ''hex''), 16))'
    || '::bit(64)::bigint), 0) FROM ONLY %s r',
    c.oid::regclass, c.oid::regclass)
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'm') AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
  ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec

SELECT format('SELECT %L, is_called::int, last_value FROM %s', c.oid::regclass, c.oid::regclass)
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind = 'S' AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
  ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
