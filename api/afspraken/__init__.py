"""What is agreed, over HTTP: the concept, its approval, the versions, and the actions to choose from."""
