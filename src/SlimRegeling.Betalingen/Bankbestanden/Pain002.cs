namespace SlimRegeling.Betalingen.Bankbestanden;

/// <summary>What the bank says of one payment of a file: <c>Reden</c> is its ISO code, empty when it gave none.</summary>
public sealed record Betaalstatusregel(string Kenmerk, string Reden);

/// <summary>What the bank says of one payment file before it books anything.</summary>
/// <param name="Bestand">Our reference of the file.</param>
/// <param name="Geheel">The bank refuses all of it, for this reason; null when it does not.</param>
/// <param name="Afgewezen">The payments that it refuses, where it does not refuse all.</param>
public sealed record Betaalstatusbericht(string Bestand, string? Geheel, IReadOnlyList<Betaalstatusregel> Afgewezen);

/// <summary>
/// Reads what a bank refuses of a payment file (pain.002.001.10) as a stream, by the rules of <see cref="Camt053"/>. What it accepts or still looks at is no
/// news: the statement tells what was paid.
/// </summary>
public static class Pain002
{
    private const string Soort = "pain.002.001.10";
    private const string Wortel = "Document/CstmrPmtStsRpt";
    private const string Groep = $"{Wortel}/OrgnlGrpInfAndSts";
    private const string Batch = $"{Wortel}/OrgnlPmtInfAndSts";
    private const string Regelpad = $"{Batch}/TxInfAndSts";
    private const string Afgewezen = "RJCT";

    /// <summary>What a bank says of a file, a batch or a payment, by the ISO list; RJCT is the only one that ends it.</summary>
    private static readonly HashSet<string> Statussen =
    [
        "ACCC",
        "ACCP",
        "ACSC",
        "ACSP",
        "ACTC",
        "ACWC",
        "ACWP",
        "PART",
        "PDNG",
        "RCVD",
        "PATC",
        "ACFC",
        Afgewezen,
    ];

    public static Uitkomst<Betaalstatusbericht> Lees(Stream bestand)
    {
        var fouten = new List<Fout>();
        var lezer = new Lezer(fouten);
        Bankxml.Lees(bestand, Soort, "Vraag de bank om statusberichten in die vorm.", lezer, fouten);
        if (fouten.Count == 0 && lezer.Bestand is null)
            fouten.Add(new("bestand", "Er staat niet in over welk betaalbestand het gaat (OrgnlMsgId). Vraag het na bij de bank."));
        return fouten.Count == 0
            ? Uitkomst<Betaalstatusbericht>.Van(new(lezer.Bestand!, lezer.Geheel, lezer.Geheel is null ? lezer.Regels : []))
            : Uitkomst<Betaalstatusbericht>.Niet(fouten);
    }

    private sealed class Lezer(List<Fout> fouten) : Bankxml.ILezer
    {
        private readonly HashSet<string> _kenmerken = [];
        private string? _groepsreden;
        private string? _batchstatus;
        private string? _batchreden;
        private bool _regels;
        private string? _kenmerk;
        private string? _status;
        private string? _reden;

        public bool Genoeg => false;

        public string? Bestand { get; private set; }

        public string? Geheel { get; private set; }

        public List<Betaalstatusregel> Regels { get; } = [];

        public void Begin(string pad, Bankxml.Plek plek)
        {
            switch (pad)
            {
                case Batch:
                    (_batchstatus, _batchreden, _regels) = (null, null, false);
                    break;
                case Regelpad:
                    (_kenmerk, _status, _reden) = (null, null, null);
                    break;
            }
        }

        public void Einde(string pad, string tekst, string? valuta, Bankxml.Plek plek)
        {
            switch (pad)
            {
                case $"{Groep}/OrgnlMsgId":
                    if (Bestand is not null)
                        fouten.Add(
                            new(
                                plek.ToString(),
                                "Het bericht gaat over meer dan één betaalbestand. Vraag de bank om een bericht per bestand."
                            )
                        );
                    Bestand = tekst;
                    break;
                case $"{Groep}/GrpSts":
                    Geheel = Ken(tekst, plek) == Afgewezen ? _groepsreden ?? "" : null;
                    break;
                case $"{Groep}/StsRsnInf/Rsn/Cd":
                    _groepsreden = Kies(_groepsreden, tekst);
                    Geheel = Geheel is null ? null : _groepsreden;
                    break;
                case $"{Batch}/PmtInfSts":
                    _batchstatus = Ken(tekst, plek);
                    break;
                case $"{Batch}/StsRsnInf/Rsn/Cd":
                    _batchreden = Kies(_batchreden, tekst);
                    break;
                case $"{Regelpad}/OrgnlEndToEndId":
                    _kenmerk = tekst;
                    break;
                case $"{Regelpad}/TxSts":
                    _status = Ken(tekst, plek);
                    break;
                case $"{Regelpad}/StsRsnInf/Rsn/Cd":
                    _reden = Kies(_reden, tekst);
                    break;
                case Regelpad:
                    Regel(plek);
                    break;
                case Batch when Geheel is not null || (_batchstatus == Afgewezen && !_regels):
                    // A file of ours has one batch: when that is refused as such, all of it is.
                    Geheel = Kies(Kies(Geheel, _batchreden), _groepsreden) ?? "";
                    break;
            }
        }

        private void Regel(Bankxml.Plek plek)
        {
            _regels = true;
            if ((_status ?? _batchstatus) != Afgewezen)
                return;
            if (string.IsNullOrEmpty(_kenmerk))
                fouten.Add(
                    new(
                        plek.ToString(),
                        "Van een afgewezen betaling staat er niet welke het is (OrgnlEndToEndId). Vraag het na bij de bank."
                    )
                );
            else if (!_kenmerken.Add(_kenmerk))
                fouten.Add(new(plek.ToString(), $"Betaling {_kenmerk} staat er twee keer in. Vraag de bank om een juist bericht."));
            else
                Regels.Add(new(_kenmerk, Kies(Kies(_reden, _batchreden), _groepsreden) ?? ""));
            // Of a file that is refused as a whole one payment that was there before says that the file may have been.
            if (Geheel is not null && Bankreden.IsDubbel(_reden))
                Geheel = _reden;
        }

        /// <summary>What was said first; that it was there before goes before all, whatever else it is refused for.</summary>
        private static string? Kies(string? eerst, string? dan) =>
            string.IsNullOrEmpty(eerst) || (!Bankreden.IsDubbel(eerst) && Bankreden.IsDubbel(dan)) ? dan ?? eerst : eerst;

        private string Ken(string status, Bankxml.Plek plek)
        {
            if (!Statussen.Contains(status))
                fouten.Add(new(plek.ToString(), $"De status '{status}' is niet bekend. Vraag het na bij de bank."));
            return status;
        }
    }
}
