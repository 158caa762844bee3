"""What all work at the desk shares: one transaction per act, who may see which abonnement, and nothing done twice."""
