// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "savedialog.h"

#include <QFileDialog>
#include <QFileInfo>

#include <algorithm>

namespace evident {

namespace {

std::optional<std::size_t> formWithEnding(std::span<const SaveForm> forms, const QString &path)
{
    QString ending = QFileInfo(path).suffix().toLower();
    if (ending == QLatin1StringView("htm"))
        ending = QStringLiteral("html");
    const auto found = std::ranges::find(forms, ending, &SaveForm::ending);
    return found == forms.end() ? std::nullopt : std::optional<std::size_t>(found - forms.begin());
}

} // namespace

std::optional<SaveChoice> chooseFileToSave(
    QWidget *parent, const QString &title, const QString &suggested, std::span<const SaveForm> forms)
{
    QFileDialog dialog(parent, title, QFileInfo(suggested).path());
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setFileMode(QFileDialog::AnyFile);
    QStringList filters;
    for (const SaveForm &form : forms)
        filters.append(form.filter);
    dialog.setNameFilters(filters);
    const auto chosen = [&](const QString &filter) {
        return static_cast<std::size_t>(std::max<qsizetype>(0, filters.indexOf(filter)));
    };
    const auto endWith = [&](const QString &filter) { dialog.setDefaultSuffix(forms[chosen(filter)].ending); };
    QObject::connect(&dialog, &QFileDialog::filterSelected, &dialog, endWith);
    endWith(filters.front());
    dialog.selectFile(QFileInfo(suggested).fileName());
    if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty())
        return {};
    const QString path = dialog.selectedFiles().front();
    return SaveChoice{.path = path, .form = formWithEnding(forms, path).value_or(chosen(dialog.selectedNameFilter()))};
}

} // namespace evident
