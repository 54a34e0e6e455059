package fr.socle.notifications.preferences;

import fr.socle.notifications.Category;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The categories that the blocks declare, in the order of their codes. */
public class Categories {

    private final List<Category> all;

    public Categories(List<Category> declared) {
        this.all = declared.stream().sorted(Comparator.comparing(Category::code)).toList();
        if (all.stream().map(Category::code).distinct().count() < all.size()) {
            throw new IllegalStateException("a category is declared twice: " + all);
        }
    }

    public List<Category> all() {
        return all;
    }

    public Optional<Category> find(String code) {
        return all.stream().filter(it -> it.code().equals(code)).findFirst();
    }

    /**
     * @throws IllegalArgumentException if no block declares it: then nobody could refuse it
     */
    public void check(Category category) {
        if (!all.contains(category)) {
            throw new IllegalArgumentException("declare the category as a bean: " + category);
        }
    }
}
