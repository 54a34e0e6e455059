package fr.socle.bench.identity;

/** How many accounts and services lie in the tables beside those that are used. */
record Loaded(int accounts, int services) {

    boolean any() {
        return accounts > 0 || services > 1;
    }
}
