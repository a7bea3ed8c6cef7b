// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/windowsettings.h"

#include "knowledge/verdict.h"

#include <QSettings>

namespace evident {

namespace {

constexpr qsizetype RecentCount = 10;

} // namespace

WindowSettings WindowSettings::load(const QSettings &from)
{
    WindowSettings settings;
    settings.geometry = from.value("window/geometry").toByteArray();
    settings.wideLayout = from.value("window/wideLayout").toByteArray();
    settings.narrowLayout = from.value("window/narrowLayout").toByteArray();
    settings.eventColumns = from.value("events/columns").toByteArray();
    settings.density = from.value("events/comfortable").toBool() ? RowDensity::Comfortable : RowDensity::Dense;
    settings.times = from.value("events/utc").toBool() ? TimeDisplay::Utc : TimeDisplay::Local;
    settings.searchKind = from.value("events/searchByExpression").toBool() ? TextKind::Expression : TextKind::Plain;
    settings.recent = from.value("files/recent")
                          .toStringList()
                          .first(std::min(RecentCount, from.value("files/recent").toStringList().size()));
    settings.lastFolder = from.value("files/lastFolder").toString();
    settings.noticedVerdicts = from.value("notices/verdicts", QStringList{verdictWord(Verdict::Act)}).toStringList();
    settings.articleFolders = from.value("articles/folders").toStringList();
    return settings;
}

void WindowSettings::save(QSettings &to) const
{
    to.setValue("window/geometry", geometry);
    to.setValue("window/wideLayout", wideLayout);
    to.setValue("window/narrowLayout", narrowLayout);
    to.setValue("events/columns", eventColumns);
    to.setValue("events/comfortable", density == RowDensity::Comfortable);
    to.setValue("events/utc", times == TimeDisplay::Utc);
    to.setValue("events/searchByExpression", searchKind == TextKind::Expression);
    to.setValue("files/recent", recent);
    to.setValue("files/lastFolder", lastFolder);
    to.setValue("notices/verdicts", noticedVerdicts);
    to.setValue("articles/folders", articleFolders);
}

void WindowSettings::remember(const QString &path)
{
    recent.removeAll(path);
    recent.prepend(path);
    if (recent.size() > RecentCount)
        recent.resize(RecentCount);
}

} // namespace evident
