export const saving = {
  save: 'Save the study file',
  kind: 'Phủ Sóng study',
  unsaved: 'Not saved',
  saved: 'Saved: {{file}}',
  done: 'Saved {{file}}',
  failed: 'Not saved: {{message}}',
  replaced: 'Unsaved work gave way to the file just opened.',
  bringBack: 'Bring back',
  ground:
    'Terrain replaced: the files cover {{share}} of the province, {{filled}} voids filled. Taken as a surface model: no clutter is added to it. Scenarios are kept.',
  open: 'Open a study file (.phusong)…',
  opened: 'Opened {{file}}',
};
