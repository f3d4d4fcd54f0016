package dev.darkroom.codecs.metadata;

import com.drew.imaging.tiff.TiffProcessingException;
import com.drew.lang.RandomAccessReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.tiff.DirectoryTiffHandler;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A TIFF handler that limits metadata-extractor to a few EXIF tags in three directories. Each tag is read once. Maker notes, thumbnails,
 * embedded blocks and chained directories are not read, because a small file could use much time, stack or memory there.
 */
final class ExifFields extends DirectoryTiffHandler {
    private static final int TIFF_MARKER = 42;
    private static final int MAX_VALUE = 8 * 1024;
    private static final Set<Integer> WANTED = Set.of(
            ExifDirectoryBase.TAG_MAKE,
            ExifDirectoryBase.TAG_MODEL,
            ExifDirectoryBase.TAG_ARTIST,
            ExifDirectoryBase.TAG_COPYRIGHT,
            ExifDirectoryBase.TAG_DATETIME_ORIGINAL,
            ExifDirectoryBase.TAG_DATETIME_DIGITIZED,
            GpsDirectory.TAG_LATITUDE,
            GpsDirectory.TAG_LONGITUDE);

    private boolean enteredExif;
    private boolean enteredGps;

    ExifFields(Metadata metadata) {
        super(metadata, null);
    }

    @Override
    public void setTiffMarker(int marker) throws TiffProcessingException {
        if (marker != TIFF_MARKER) {
            throw new TiffProcessingException("not a TIFF structure");
        }
        pushDirectory(new ExifIFD0Directory());
    }

    @Override
    public boolean tryEnterSubIfd(int tagId) {
        if (tagId == ExifIFD0Directory.TAG_EXIF_SUB_IFD_OFFSET && !enteredExif) {
            enteredExif = true;
            pushDirectory(new ExifSubIFDDirectory());
            return true;
        }
        if (tagId == ExifIFD0Directory.TAG_GPS_INFO_OFFSET && !enteredGps) {
            enteredGps = true;
            pushDirectory(new GpsDirectory());
            return true;
        }
        return false;
    }

    @Override
    public boolean hasFollowerIfd() {
        return false;
    }

    @Override
    public @Nullable Long tryCustomProcessFormat(int tagId, int formatCode, long componentCount) {
        return null;
    }

    /** Returns true to make the library skip the tag. */
    @Override
    public boolean customProcessTag(
            int tagOffset,
            Set<Integer> processedIfdOffsets,
            int tiffHeaderOffset,
            RandomAccessReader reader,
            int tagId,
            int byteCount) {
        return !WANTED.contains(tagId)
                || byteCount > MAX_VALUE
                || _currentDirectory == null
                || _currentDirectory.containsTag(tagId);
    }
}
