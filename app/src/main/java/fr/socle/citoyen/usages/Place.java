package fr.socle.citoyen.usages;

/** Where an entry stands in the journal. */
public record Place(int log, long index) {}
