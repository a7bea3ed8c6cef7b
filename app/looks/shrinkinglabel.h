// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A line of facts that gives way where there is no room for all of them: the last ones are left out first, and what is
// left out stands in its tool tip. Parts are set apart by " · ". Owned by its parent.

#include <QLabel>

namespace evident {

class ShrinkingLabel final : public QLabel {
    Q_OBJECT
public:
    using QLabel::QLabel;

    [[nodiscard]] QSize minimumSizeHint() const override;
    /// What is seen of the text now.
    [[nodiscard]] QString shownText() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
};

} // namespace evident
