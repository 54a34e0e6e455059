package fr.socle.demarches.relecture;

import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.Definition;
import java.util.stream.Stream;

/** One rule of proof-reading: pure, and about one field at a time. */
interface Regle {

    Stream<Remarque> read(Definition definition, Champ champ);
}
