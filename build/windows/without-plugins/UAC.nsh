# What electron-builder's scripts use of the UAC plugin, for a process that has an administrator's rights already.

!ifndef FAKSLA_UAC
!define FAKSLA_UAC
!include LogicLib.nsh

!define UAC_IsAdmin `"" UAC_IsAdmin ""`
!macro _UAC_IsAdmin _a _b _t _f
  !insertmacro _LOGICLIB_TEMP
  StrCpy $_LOGICLIB_TEMP 1
  !insertmacro _== $_LOGICLIB_TEMP 1 `${_t}` `${_f}`
!macroend

!define UAC_IsInnerInstance `"" UAC_IsInnerInstance ""`
!macro _UAC_IsInnerInstance _a _b _t _f
  !insertmacro _LOGICLIB_TEMP
  StrCpy $_LOGICLIB_TEMP 0
  !insertmacro _== $_LOGICLIB_TEMP 1 `${_t}` `${_f}`
!macroend

!macro UAC_RunElevated
  StrCpy $0 0
  StrCpy $1 2
!macroend
!endif
