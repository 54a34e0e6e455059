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
                    "bytes=100-",
                    "bytes=5-4",
                    "bytes=-0",
                    "bytes=-",
                    "bytes=",
                    "bytes=a-b",
                    "bytes=1",
                    "bytes=--1",
                    "bytes=99999999999999999999-"
                }) {
            assertThat(ByteRange.read(wrong, 100)).as(wrong).isEqualTo(new Unsatisfiable());
        }
    }
}
