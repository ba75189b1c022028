namespace SlimRegeling.Betalingen.Bankbestanden;

/// <summary>
/// Reads bank statements (camt.053.001.08) as a stream. No DTD and nothing from outside the file is read, and a file has a largest size.
/// Either every statement in it is complete and adds up, or none is given.
/// </summary>
public static class Camt053
{
    /// <summary>
    /// Entries in one file: a scheme has fewer in a year, and each of them is held while it is read. What is told beside the first payment of an entry, and a
    /// statement, counts as one.
    /// </summary>
    public const int MeesteBoekingen = 200_000;

    private const string Soort = "camt.053.001.08";
    private const string Wortel = "Document/BkToCstmrStmt/Stmt";
    private const string Boeking = $"{Wortel}/Ntry";
    private const string Onderdeel = $"{Boeking}/NtryDtls/TxDtls";

    public static Uitkomst<IReadOnlyList<Bankafschrift>> Lees(Stream bestand)
    {
        var fouten = new List<Fout>();
        var lezer = new Lezer(fouten);
        Bankxml.Lees(bestand, Soort, "Vraag de bank om bankafschriften in die vorm.", lezer, fouten);

        var afschriften = lezer.Afschriften;
        if (fouten.Count == 0 && afschriften.Count == 0)
            fouten.Add(new("bestand", "Er staat geen bankafschrift in. Haal het bestand opnieuw op bij de bank."));
        foreach (var dubbel in afschriften.GroupBy(x => (x.Iban, x.Kenmerk)).Where(x => x.Count() > 1))
            fouten.Add(
                new($"afschrift {dubbel.Key.Kenmerk}", "Dit afschrift staat er meer dan eens in. Haal het bestand opnieuw op bij de bank.")
            );
        return fouten.Count == 0
            ? Uitkomst<IReadOnlyList<Bankafschrift>>.Van(afschriften)
            : Uitkomst<IReadOnlyList<Bankafschrift>>.Niet(fouten);
    }

    private sealed class Lezer(List<Fout> fouten) : Bankxml.ILezer
    {
        private readonly Dictionary<string, string> _paden = [];
        private Afschriftlezer? _afschrift;
        private int _boekingen;
        private int _onderdelen;

        public List<Bankafschrift> Afschriften { get; } = [];

        public bool Genoeg => _boekingen > MeesteBoekingen;

        public void Begin(string pad, Bankxml.Plek plek)
        {
            if (pad == Wortel)
            {
                _afschrift = new(plek, fouten);
            }
            if (Telt(pad) && ++_boekingen > MeesteBoekingen)
            {
                fouten.Add(
                    new(
                        plek.ToString(),
                        $"Er staan meer dan {MeesteBoekingen} boekingen in het bestand. Vraag de bank om een afschrift per dag en lees die een voor een in."
                    )
                );
            }
            else if (Eigen(pad) is { } eigen)
            {
                _afschrift?.Begin(eigen, plek);
            }
        }

        private bool Telt(string pad)
        {
            if (pad == Boeking)
            {
                _onderdelen = 0;
            }
            return pad is Wortel or Boeking || (pad == Onderdeel && ++_onderdelen > 1);
        }

        public void Einde(string pad, string tekst, string? valuta, Bankxml.Plek plek)
        {
            if (pad == Wortel)
            {
                if (_afschrift!.Einde() is { } compleet)
                    Afschriften.Add(compleet);
                _afschrift = null;
            }
            else if (Eigen(pad) is { } eigen)
            {
                _afschrift?.Waarde(eigen, tekst, valuta, plek);
            }
        }

        /// <summary>The path below the statement; null outside of one.</summary>
        private string? Eigen(string pad)
        {
            if (pad.Length <= Wortel.Length + 1 || !pad.StartsWith(Wortel, StringComparison.Ordinal))
                return null;
            if (!_paden.TryGetValue(pad, out var eigen))
            {
                eigen = pad[(Wortel.Length + 1)..];
                if (_paden.Count < 1000)
                    _paden.Add(pad, eigen);
            }
            return eigen;
        }
    }
}
