# What electron-builder's installer does besides its own: see integration.nsh, traces.nsh for what the program itself
# leaves, and data.nsh for the user's data.

!include "${BUILD_RESOURCES_DIR}\windows\integration.nsh"
!include "${BUILD_RESOURCES_DIR}\windows\traces.nsh"
!include "${BUILD_RESOURCES_DIR}\windows\data.nsh"

!macro customInstall
  !insertmacro learnFaksla
  !insertmacro learnSendTo
!macroend

# An update takes the old version out first: the new one teaches Windows again, and the rest stays as it is, unasked.
!macro customUnInstall
  !insertmacro forgetFaksla
  !insertmacro forgetSendTo
  ${IfNot} ${isUpdated}
    !insertmacro removeTraces
    !insertmacro askAboutData
  ${EndIf}
!macroend

# The shell context of the installation, after something was done in the user's own.
!macro backToContext
  ${If} $installMode == "all"
    SetShellVarContext all
  ${EndIf}
!macroend
