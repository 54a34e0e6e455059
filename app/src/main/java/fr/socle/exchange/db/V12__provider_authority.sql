-- The certificates (PEM) of the authorities that alone vouch for this provider; none: those that the Java runtime believes.
ALTER TABLE exchange.provider ADD COLUMN authority text;
