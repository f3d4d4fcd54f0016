package dev.darkroom.world;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One page of ListObjectsV2.
 *
 * @param next the token of the page after this one
 */
record KeyList(List<String> keys, Optional<String> next) {
    static KeyList read(byte[] xml) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        List<String> keys = new ArrayList<>();
        Optional<String> next = Optional.empty();
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    switch (reader.getLocalName()) {
                        case "Key" -> keys.add(reader.getElementText());
                        case "NextContinuationToken" -> next = Optional.of(reader.getElementText());
                        default -> {}
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw new IllegalStateException("the S3 server's list is not XML", e);
        }
        return new KeyList(keys, next);
    }
}
