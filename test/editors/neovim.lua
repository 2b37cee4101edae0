-- Does in a real Neovim what a user does, and writes what is then to be seen as JSON into the file that $SEEN names.
-- Runs after the configuration of the page, in Neovim 0.7 and later.
local seen = {}

local function wait(what, test)
  if not vim.wait(20000, test, 20) then
    error('waited for ' .. what .. '; the log says: ' .. table.concat(vim.fn.readfile(vim.lsp.get_log_path()), '\n'))
  end
end

local function floating()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then return window end
  end
end

local function lines(buffer)
  return vim.api.nvim_buf_get_lines(buffer, 0, -1, false)
end

local function act()
  vim.cmd('edit aside.debate.md')
  seen.filetypes = { vim.bo.filetype }
  vim.cmd('edit note.debate')
  table.insert(seen.filetypes, vim.bo.filetype)
  local buffer = vim.api.nvim_get_current_buf()

  wait('diagnostics', function() return #vim.diagnostic.get(buffer) > 0 end)
  seen.diagnostics = vim.tbl_map(function(found)
    return { line = found.lnum, code = found.code, source = found.source, severity = found.severity }
  end, vim.diagnostic.get(buffer))

  vim.api.nvim_win_set_cursor(0, { 1, 8 })
  -- Until the server has read the other note, nothing attacks the claim.
  wait('the hover', function()
    vim.lsp.buf.hover()
    vim.wait(2000, floating, 20)
    local hover = floating()
    if not hover then return false end
    seen.hover = table.concat(lines(vim.api.nvim_win_get_buf(hover)), '\n')
    vim.api.nvim_win_close(hover, true)
    return seen.hover:find('Rebutted', 1, true)
  end)

  local window = vim.api.nvim_get_current_win()
  local function listed()
    local list = vim.fn.getloclist(window)
    return #list > 0 and list or vim.fn.getqflist()
  end
  vim.lsp.buf.document_symbol()
  wait('the symbols', function() return #listed() > 0 end)
  seen.symbols = vim.tbl_map(function(symbol) return symbol.text end, listed())
  vim.api.nvim_set_current_win(window)

  if vim.lsp.inlay_hint and vim.lsp.inlay_hint.get then
    wait('inlay hints', function() return #vim.lsp.inlay_hint.get({ bufnr = buffer }) > 0 end)
    seen.hints = vim.tbl_map(function(hint) return hint.inlay_hint.label end, vim.lsp.inlay_hint.get({ bufnr = buffer }))
  end
  if vim.lsp.semantic_tokens then
    local function tokens() return vim.lsp.semantic_tokens.get_at_pos(buffer, 0, 0) or {} end
    wait('semantic tokens', function() return #tokens() > 0 end)
    seen.token = tokens()[1].type
  end

  vim.api.nvim_win_set_cursor(0, { 1, 8 })
  vim.lsp.buf.rename('weighs')
  wait('the renaming', function() return lines(buffer)[1]:find('#weighs', 1, true) end)
  seen.note = lines(buffer)
  seen.other = lines(vim.fn.bufnr('other.debate.md'))

  vim.api.nvim_buf_set_lines(buffer, -1, -1, false, { 'claim (Ada): Nor this.' })
  wait('diagnostics after an edit', function() return #vim.diagnostic.get(buffer) == 2 end)
  seen.edited = vim.tbl_map(function(found) return found.lnum end, vim.diagnostic.get(buffer))
end

local fine, fault = pcall(act)
if not fine then seen.fault = tostring(fault) end
vim.fn.writefile({ vim.fn.json_encode(seen) }, vim.env.SEEN)
vim.cmd('qall!')
