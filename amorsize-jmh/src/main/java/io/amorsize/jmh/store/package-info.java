/**
 * Histories in databases: a file of SQLite, or a server of PostgreSQL.
 *
 * <p>In: runs, and what was learned of their noise. Out: the same, and series. Everything that a
 * user or a file gave goes to the database as a bound parameter; no text of SQL is made of it.
 */
package io.amorsize.jmh.store;
