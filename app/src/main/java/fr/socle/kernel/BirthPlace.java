package fr.socle.kernel;

/**
 * Where a person was born. Only a birth in France has a commune: the two forms make the rule of the
 * identité pivot (birthplace if and only if the country is France) impossible to break.
 */
public sealed interface BirthPlace {

    /** In a commune of France, of the mainland or overseas. */
    record InFrance(CodeCommune commune) implements BirthPlace {
        @Override
        public CodePays pays() {
            return CodePays.france();
        }
    }

    /** In another country; the town is not part of the identité pivot. */
    record Abroad(CodePays pays) implements BirthPlace {
        public Abroad {
            if (pays.isFrance()) {
                throw new IllegalArgumentException("a birth in France has a commune");
            }
        }
    }

    CodePays pays();
}
