# What electron-builder's installer does besides its own: see integration.nsh, and data.nsh for the user's data.

!include "${BUILD_RESOURCES_DIR}\windows\integration.nsh"
!include "${BUILD_RESOURCES_DIR}\windows\data.nsh"

!macro customInstall
  !insertmacro learnFaksla
  ${If} $installMode != "all"
    !insertmacro learnSendTo
  ${EndIf}
!macroend

# An update takes the old version out first: the new one teaches Windows again, and the data stays unasked.
!macro customUnInstall
  !insertmacro forgetFaksla
  ${IfNot} ${isUpdated}
    !insertmacro askAboutData
  ${EndIf}
!macroend
