"""What people paste into the workbook: replies and conversation notes, read without a model.

Every answer quotes the pasted words; no word is ever added, and nothing that the
text says is carried out.
"""
