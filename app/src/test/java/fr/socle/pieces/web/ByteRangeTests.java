package fr.socle.pieces.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.pieces.web.ByteRange.Part;
import fr.socle.pieces.web.ByteRange.Unsatisfiable;
import fr.socle.pieces.web.ByteRange.Whole;
import org.junit.jupiter.api.Test;

class ByteRangeTests {

    @Test
    void oneRangeIsServed() {
        assertThat(ByteRange.read("bytes=0-0", 100)).isEqualTo(new Part(0, 1));
        assertThat(ByteRange.read("bytes=10-19", 100)).isEqualTo(new Part(10, 10));
        assertThat(ByteRange.read("bytes=10-", 100)).isEqualTo(new Part(10, 90));
        assertThat(ByteRange.read("bytes=90-500", 100)).isEqualTo(new Part(90, 10));
        assertThat(ByteRange.read("bytes=-5", 100)).isEqualTo(new Part(95, 5));
        assertThat(ByteRange.read("bytes=-500", 100)).isEqualTo(new Part(0, 100));
    }

    @Test
    void severalRangesOrAnotherUnitGetAll() {
        assertThat(ByteRange.read(null, 100)).isEqualTo(new Whole());
        assertThat(ByteRange.read("bytes=0-1,5-6", 100)).isEqualTo(new Whole());
        assertThat(ByteRange.read("lignes=1-2", 100)).isEqualTo(new Whole());
    }

    @Test
    void whatCannotBeServedIsSaid() {
        for (var wrong :
                new String[] {
                    "bytes=100-", "bytes=-0", "bytes=-000", "bytes=99999999999999999999-"
                }) {
            assertThat(ByteRange.read(wrong, 100)).as(wrong).isEqualTo(new Unsatisfiable());
        }
    }

    /** RFC 9110, 14.2: as if the header were not there. */
    @Test
    void whatIsNoRangeIsIgnored() {
        for (var none :
                new String[] {
                    "bytes=abc",
                    "bytes=5-4",
                    "bytes=-",
                    "bytes=",
                    "bytes=a-b",
                    "bytes=1",
                    "bytes=--1",
                    "bytes=99999999999999999999-5"
                }) {
            assertThat(ByteRange.read(none, 100)).as(none).isEqualTo(new Whole());
        }
        assertThat(ByteRange.read("bytes=00000000000000000000001-2", 100))
                .isEqualTo(new Part(1, 2));
    }
}
