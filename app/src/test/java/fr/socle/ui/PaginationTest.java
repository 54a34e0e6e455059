package fr.socle.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PaginationTest {

    @Test
    void tellsWhichLinesAreShown() {
        var third = new Pagination(3, 20, 214, "/dossiers");
        assertThat(third.first()).isEqualTo(41);
        assertThat(third.last()).isEqualTo(60);
        assertThat(third.offset()).isEqualTo(40);
        assertThat(third.pages()).isEqualTo(11);
    }

    @Test
    void theLastPageMayBeShort() {
        var last = new Pagination(11, 20, 214, "/dossiers");
        assertThat(last.last()).isEqualTo(214);
        assertThat(last.hasNext()).isFalse();
        assertThat(last.hasPrevious()).isTrue();
    }

    @Test
    void aPageThatDoesNotExistBecomesTheNearest() {
        assertThat(new Pagination(-4, 20, 214, "/").page()).isEqualTo(1);
        assertThat(new Pagination(Integer.MAX_VALUE, 20, 214, "/").page()).isEqualTo(11);
        assertThat(new Pagination(9, 20, 0, "/").page()).isEqualTo(1);
    }

    @Test
    void anEmptyListShowsNothingFromZeroToZero() {
        var empty = new Pagination(1, 20, 0, "/");
        assertThat(empty.first()).isZero();
        assertThat(empty.last()).isZero();
        assertThat(empty.hasNext()).isFalse();
    }

    @Test
    void theFiltersOfTheListStay() {
        assertThat(new Pagination(1, 20, 50, "/dossiers").href(2)).isEqualTo("/dossiers?page=2");
        assertThat(new Pagination(1, 20, 50, "/dossiers?q=a").href(2))
                .isEqualTo("/dossiers?q=a&page=2");
    }

    @Test
    void aPageWithoutLinesIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Pagination(1, 0, 5, "/"));
    }
}
