package dev.darkroom.world.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/** Paints a sign with an arrow and the word UP, which shows the correct orientation of the picture. It needs no fonts. */
final class UpArrowSign {
    private static final double WIDTH = 100;
    private static final double HEIGHT = 150;

    private UpArrowSign() {}

    /** Paints the sign into the lower left of the picture. */
    static void paint(BufferedImage picture) {
        Graphics2D canvas = picture.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        double scale = picture.getWidth() * 0.17 / WIDTH;
        canvas.translate(picture.getWidth() * 0.10, picture.getHeight() * 0.70);
        canvas.scale(scale, scale);
        canvas.setColor(new Color(84, 60, 42));
        canvas.fill(new RoundRectangle2D.Double(WIDTH * 0.44, HEIGHT * 0.5, WIDTH * 0.12, HEIGHT * 0.95, 3, 3));
        canvas.setColor(new Color(236, 230, 216));
        canvas.fill(new RoundRectangle2D.Double(0, 0, WIDTH, HEIGHT, 10, 10));
        canvas.setColor(new Color(40, 44, 48));
        canvas.setStroke(new BasicStroke(2.5f));
        canvas.draw(new RoundRectangle2D.Double(4, 4, WIDTH - 8, HEIGHT - 8, 8, 8));
        canvas.fill(arrow());
        canvas.setStroke(new BasicStroke(7, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        canvas.draw(letters());
        canvas.dispose();
    }

    private static Path2D arrow() {
        Path2D path = new Path2D.Double();
        path.moveTo(50, 14);
        path.lineTo(80, 52);
        path.lineTo(60, 52);
        path.lineTo(60, 88);
        path.lineTo(40, 88);
        path.lineTo(40, 52);
        path.lineTo(20, 52);
        path.closePath();
        return path;
    }

    private static Path2D letters() {
        Path2D path = new Path2D.Double();
        path.moveTo(22, 102);
        path.lineTo(22, 122);
        path.curveTo(22, 138, 44, 138, 44, 122);
        path.lineTo(44, 102);
        path.moveTo(58, 134);
        path.lineTo(58, 102);
        path.lineTo(68, 102);
        path.curveTo(82, 102, 82, 119, 68, 119);
        path.lineTo(58, 119);
        return path;
    }
}
