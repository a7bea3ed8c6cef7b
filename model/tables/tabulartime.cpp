// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/tabulartime.h"

#include <QRegularExpression>

namespace evident {

namespace {

/// A locale's short date with two digits for day and month and four for the year.
QString evenDate(QString format)
{
    static const QRegularExpression day(QStringLiteral("(?<!d)d(?!d)"));
    static const QRegularExpression month(QStringLiteral("(?<!M)M(?!M)"));
    static const QRegularExpression year(QStringLiteral("(?<!y)yy(?!y)"));
    return format.replace(day, QStringLiteral("dd"))
        .replace(month, QStringLiteral("MM"))
        .replace(year, QStringLiteral("yyyy"));
}

QString evenTime(const QLocale &locale)
{
    const bool halves = locale.timeFormat(QLocale::ShortFormat).contains(u"AP", Qt::CaseInsensitive);
    return halves ? QStringLiteral("hh:mm:ss AP") : QStringLiteral("HH:mm:ss");
}

} // namespace

TabularTime::TabularTime(QTimeZone zone, const QLocale &locale)
    : m_zone(std::move(zone))
    , m_locale(locale)
    , m_format(evenDate(locale.dateFormat(QLocale::ShortFormat)) + u' ' + evenTime(locale))
{
}

QString TabularTime::text(Timestamp time) const
{
    if (time.isNull())
        return {};
    if (!time.isPrintable())
        return QString::number(time.ticks);
    return m_locale.toString(time.toDateTime().toTimeZone(m_zone), m_format);
}

} // namespace evident
