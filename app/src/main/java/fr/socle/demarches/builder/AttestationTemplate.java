package fr.socle.demarches.builder;

/**
 * What the attestation of an accepted dossier says. Tags between double hyphens stand for answers:
 * {@code --<id of the field>--}, and for facts of the dossier: {@code --numero--}, {@code
 * --prenom--}, {@code --nom--}, {@code --decision-date--}, {@code --motif--}, {@code --demarche--},
 * {@code --organisation--}.
 *
 * @param title at most 200 characters
 * @param body at most 10,000 characters; a blank line separates paragraphs
 */
public record AttestationTemplate(String title, String body) {}
