package io.amorsize.history;

/**
 * What recording a run came to.
 *
 * @param run the run as the history holds it; where it was there before, with the origin under
 *     which it was recorded first
 * @param isNew whether it was not there before
 */
public record Recording(RecordedRun run, boolean isNew) {}
