;;; Does in a real Emacs what a user does, and writes what is then to be seen as JSON into the file that $SEEN names.
;;; Runs after the configuration of the page, in batch mode, with Eglot 1.9 and later.

(require 'json)
(require 'eglot)
(require 'flymake)
(require 'imenu)

(defvar seen '())

(defun see (name value) (push (cons name value) seen))

(defun wait (what test)
  (let ((deadline (+ (float-time) 20)) (answer nil))
    (while (not (setq answer (funcall test)))
      (when (> (float-time) deadline) (error "waited for %s" what))
      (accept-process-output nil 0.05))
    answer))

(defun lines () (vconcat (split-string (buffer-string) "\n" t)))

;; Without a person there are no commands, after which Eglot connects and Flymake starts.
(defun open-note (name)
  (find-file name)
  (run-hooks 'post-command-hook)
  (wait "the server" #'eglot-managed-p)
  (symbol-name major-mode))

(defun line-of (found) (1- (line-number-at-pos (flymake-diagnostic-beg found))))

(defun names (index)
  (mapcan (lambda (entry)
            (let ((name (substring-no-properties (car entry))))
              (cond ((string-prefix-p "*" name) nil)
                    ((and (consp (cdr entry)) (consp (cadr entry))) (cons name (names (cdr entry))))
                    (t (list name)))))
          index))

(condition-case fault
    (let ((aside-mode (open-note "aside.debate.md"))
          (hover nil))
      (see 'filetypes (vector aside-mode (open-note "note.debate")))
      (flymake-start)
      (wait "diagnostics" #'flymake-diagnostics)
      (see 'diagnostics
           (vconcat (mapcar (lambda (found)
                              `((line . ,(line-of found))
                                (text . ,(flymake-diagnostic-text found))))
                            (flymake-diagnostics))))
      (goto-char 8)
      ;; Until the server has read the other note, nothing attacks the claim.
      (wait "the hover"
            (lambda ()
              (eglot-hover-eldoc-function (lambda (text &rest _) (setq hover text)))
              (accept-process-output nil 0.1)
              (and hover (string-match-p "Rebutted" hover))))
      (see 'hover (substring-no-properties hover))
      (see 'symbols (vconcat (names (imenu--make-index-alist t))))
      (goto-char 8)
      ;; It asks whether notes may be changed that are not open.
      (cl-letf (((symbol-function 'y-or-n-p) (lambda (&rest _) t))) (eglot-rename "weighs"))
      (see 'note (lines))
      (see 'other (with-current-buffer (get-file-buffer "other.debate.md") (lines)))
      (goto-char (point-max))
      (insert "claim (Ada): Nor this.\n")
      (eglot--signal-textDocument/didChange)
      (flymake-start)
      (wait "diagnostics after an edit" (lambda () (= 2 (length (flymake-diagnostics)))))
      (see 'edited (vconcat (sort (mapcar #'line-of (flymake-diagnostics)) #'<))))
  (error (see 'fault (error-message-string fault))))

(with-temp-file (getenv "SEEN") (insert (json-encode seen)))
(dolist (buffer (buffer-list)) (with-current-buffer buffer (set-buffer-modified-p nil)))
(kill-emacs 0)
