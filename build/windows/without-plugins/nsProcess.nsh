# electron-builder's scripts ask only whether this was included.

!ifndef nsProcess::FindProcess
!define nsProcess::FindProcess ""

# Nothing runs where this is installed; Wine has no findstr that could tell.
!macro customCheckAppRunning
!macroend
!endif
