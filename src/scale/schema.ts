/**
 * The tables of the shared ledger, made where they are missing. All times are the database's own clock, so that the
 * clocks of workers matter to nothing. Pace (`host`) and portions (`feed`) are rows of their own, so that handing out
 * never holds up a request. `take` is the SQL twin of `takeTurn`; a test asks both the same.
 */
export const schema = `
CREATE SCHEMA IF NOT EXISTS refvouch;
CREATE TABLE IF NOT EXISTS refvouch.document (
  path text PRIMARY KEY, body text NOT NULL, digest text NOT NULL, at timestamptz NOT NULL DEFAULT clock_timestamp());
CREATE TABLE IF NOT EXISTS refvouch.host (
  host text PRIMARY KEY, next_at timestamptz NOT NULL DEFAULT '-infinity') WITH (fillfactor = 70);
CREATE TABLE IF NOT EXISTS refvouch.feed (host text PRIMARY KEY, at timestamptz NOT NULL) WITH (fillfactor = 70);
CREATE INDEX IF NOT EXISTS feed_at ON refvouch.feed (at);
CREATE TABLE IF NOT EXISTS refvouch.turn (id uuid PRIMARY KEY, host text NOT NULL, until timestamptz NOT NULL);
CREATE INDEX IF NOT EXISTS turn_host ON refvouch.turn (host);
CREATE TABLE IF NOT EXISTS refvouch.link (
  id text PRIMARY KEY, url text NOT NULL, purpose text NOT NULL, host text NOT NULL,
  rank int NOT NULL, turn int NOT NULL DEFAULT 0, due_at timestamptz NOT NULL,
  handed boolean NOT NULL DEFAULT false, past jsonb NOT NULL DEFAULT '[]') WITH (fillfactor = 80);
CREATE INDEX IF NOT EXISTS link_due ON refvouch.link (host, due_at);
CREATE INDEX IF NOT EXISTS link_handed ON refvouch.link (host) WHERE handed;
CREATE TABLE IF NOT EXISTS refvouch.visit (
  link text NOT NULL, turn int NOT NULL, body text NOT NULL, digest text NOT NULL, PRIMARY KEY (link, turn));

CREATE OR REPLACE FUNCTION refvouch.ms(span interval) RETURNS double precision LANGUAGE sql IMMUTABLE AS
$$ SELECT (extract(epoch FROM span) * 1000)::double precision $$;

CREATE OR REPLACE FUNCTION refvouch.span(ms double precision) RETURNS interval LANGUAGE sql IMMUTABLE AS
$$ SELECT ms * interval '1 millisecond' $$;

CREATE OR REPLACE FUNCTION refvouch.take(
  p_host text, p_turn uuid, p_pace double precision, p_spare double precision, p_at_once int,
  p_hold double precision, p_ask double precision) RETURNS double precision LANGUAGE plpgsql AS $$
DECLARE
  opens timestamptz; moment timestamptz; under_way int; free_at timestamptz;
BEGIN
  SELECT next_at INTO opens FROM refvouch.host WHERE host = p_host FOR UPDATE;
  IF NOT FOUND THEN
    INSERT INTO refvouch.host (host) VALUES (p_host) ON CONFLICT DO NOTHING;
    SELECT next_at INTO opens FROM refvouch.host WHERE host = p_host FOR UPDATE;
  END IF;
  moment := clock_timestamp();
  IF opens > moment THEN RETURN refvouch.ms(opens - moment); END IF;
  DELETE FROM refvouch.turn WHERE host = p_host AND until <= moment;
  SELECT count(*), min(until) INTO under_way, free_at FROM refvouch.turn WHERE host = p_host;
  IF under_way >= p_at_once THEN
    RETURN greatest(1, least(p_ask, refvouch.ms(free_at - moment)));
  END IF;
  INSERT INTO refvouch.turn VALUES (p_turn, p_host, moment + refvouch.span(p_hold)) ON CONFLICT DO NOTHING;
  UPDATE refvouch.host SET next_at = moment + refvouch.span(p_pace + p_spare) WHERE host = p_host;
  RETURN 0;
END $$;
`;
