// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Takes files that are dropped anywhere on the window, and says while they are dragged what dropping them will do. An
// event filter on the window. Owned by the main window.

#include "welcome/dropplan.h"

#include <QObject>

namespace evident {

class DropOverlay;

class DropArea final : public QObject {
    Q_OBJECT
public:
    /// @p window: accepts drops from now on.
    explicit DropArea(QWidget &window);
    [[nodiscard]] const DropOverlay &overlay() const { return *m_overlay; }

signals:
    void dropped(const evident::DropPlan &plan);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget &m_window;
    DropOverlay *m_overlay;
};

} // namespace evident
