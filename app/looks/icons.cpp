// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "looks/icons.h"

#include "looks/verdictcolors.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

#include <array>
#include <utility>

namespace evident {

namespace {

/// Paints an SVG whose colour is written as currentColor, in a fixed colour or in that of the palette's buttons.
class InkEngine final : public QIconEngine {
public:
    InkEngine(QByteArray svg, QColor ink)
        : m_svg(std::move(svg))
        , m_ink(ink)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        QSvgRenderer(QByteArray(m_svg).replace("currentColor", color(mode).name().toLatin1()))
            .render(painter, QRectF(rect));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap image(size);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return image;
    }
    [[nodiscard]] QIconEngine *clone() const override { return new InkEngine(m_svg, m_ink); }

private:
    [[nodiscard]] QColor color(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::ButtonText);
        if (mode == QIcon::Selected)
            return palette.color(QPalette::Active, QPalette::HighlightedText);
        return m_ink.isValid() ? m_ink : palette.color(QPalette::Active, QPalette::ButtonText);
    }
    QByteArray m_svg;
    QColor m_ink;
};

QIcon ownIcon(QLatin1StringView file, const QColor &ink = {})
{
    QFile svg(QStringLiteral(":/icons/%1.svg").arg(file));
    if (!svg.open(QIODevice::ReadOnly))
        return {};
    return QIcon(new InkEngine(svg.readAll(), ink));
}

struct IconFiles {
    IconName name;
    const char *theme;
    const char *own;
};

constexpr std::array Icons{
    IconFiles{IconName::Open, "document-open", "open"},
    IconFiles{IconName::OpenFolder, "folder-open", "folder"},
    IconFiles{IconName::Recent, "document-open-recent", "recent"},
    IconFiles{IconName::CheckAll, "", "checkall"},
    IconFiles{IconName::Print, "document-print", "print"},
    IconFiles{IconName::PrintPreview, "document-print-preview", "preview"},
    IconFiles{IconName::Export, "document-save-as", "export"},
    IconFiles{IconName::Search, "edit-find", "search"},
    IconFiles{IconName::Close, "window-close", "close"},
    IconFiles{IconName::Stop, "process-stop", "stop"},
    IconFiles{IconName::Copy, "edit-copy", "copy"},
    IconFiles{IconName::Filter, "view-filter", "filter"},
    IconFiles{IconName::Log, "", "log"},
    IconFiles{IconName::Computer, "computer", "computer"},
    IconFiles{IconName::Damage, "", "damage"},
    IconFiles{IconName::Hive, "", "hive"},
    IconFiles{IconName::Demo, "", "demo"},
    IconFiles{IconName::Question, "help-about", "question"},
    IconFiles{IconName::Fold, "go-down", "unfold"},
    IconFiles{IconName::Unfold, "go-next", "fold"},
    IconFiles{IconName::Information, "dialog-information", "information"},
    IconFiles{IconName::Columns, "", "columns"},
    IconFiles{IconName::Expression, "", "expression"},
    IconFiles{IconName::ExpressionOn, "", "expression-on"},
};

constexpr std::array LevelFiles{
    "level-critical",
    "level-error",
    "level-warning",
    "level-information",
    "level-verbose",
    "level-information",
    "level-audit-success",
    "level-audit-failure",
    "level-verbose",
};

QColor levelInk(Level level, const QPalette &palette)
{
    const VerdictColors colors(palette);
    switch (level) {
    case Level::Critical:
    case Level::Error:
    case Level::AuditFailure: return colors.paint(Verdict::Act).shape;
    case Level::Warning: return colors.paint(Verdict::Watch).shape;
    case Level::Information:
    case Level::LogAlways:
    case Level::AuditSuccess:
        return mixed(palette.color(QPalette::Active, QPalette::Base), colors.paint(Verdict::Depends).shape, 0.9);
    case Level::Verbose:
    case Level::Other: break;
    }
    return quietText(palette);
}

} // namespace

QIcon icon(IconName name)
{
    for (const IconFiles &files : Icons) {
        if (files.name != name)
            continue;
        const QIcon themed = *files.theme ? QIcon::fromTheme(QLatin1StringView(files.theme)) : QIcon();
        return themed.isNull() ? ownIcon(QLatin1StringView(files.own)) : themed;
    }
    Q_UNREACHABLE_RETURN({});
}

QIcon levelIcon(Level level, const QPalette &palette)
{
    return ownIcon(QLatin1StringView(LevelFiles.at(std::to_underlying(level))), levelInk(level, palette));
}

QIcon programIcon()
{
    return QIcon(QStringLiteral(":/icons/evident.svg"));
}

} // namespace evident
