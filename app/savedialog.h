// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The one dialog in which people say where something is to be saved and in which form. It adds the form's ending itself, so that the
// question whether a file may be written over is asked of the name that is written. A free function.

#include <QString>

#include <optional>
#include <span>

class QWidget;

namespace evident {

struct SaveForm {
    QString filter; ///< "PDF document (*.pdf)"
    QString ending; ///< "pdf"
};

struct SaveChoice {
    QString path;
    std::size_t form = 0; ///< index among the forms: the one that the name's ending says, else the chosen one
};

/// Nothing when no file was chosen. @p forms has at least one.
[[nodiscard]] std::optional<SaveChoice> chooseFileToSave(
    QWidget *parent, const QString &title, const QString &suggested, std::span<const SaveForm> forms);

} // namespace evident
