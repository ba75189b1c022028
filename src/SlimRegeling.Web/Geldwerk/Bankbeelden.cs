namespace SlimRegeling.Web.Geldwerk;

/// <summary>A statement in the list of them; amounts in euro.</summary>
/// <param name="Door">Pseudonym of who read it.</param>
/// <param name="LetOp">That the one before it is missing; null when it is not.</param>
public sealed record Afschriftbeeld(
    string Afschrift,
    string Kenmerk,
    decimal Beginsaldo,
    decimal Eindsaldo,
    int Regels,
    int Geboekt,
    int OpWerklijst,
    string Door,
    DateTimeOffset Op,
    DateOnly Dag,
    string? LetOp = null
);

/// <summary>The bank account in the ledger beside the statements; amounts in euro.</summary>
/// <param name="Werklijst">Of movements that are booked nowhere yet; <paramref name="OpenRegels"/> is how many these are.</param>
/// <param name="Verschil">Nothing when all is accounted for.</param>
/// <param name="SaldiVergeleken">Whether the balances of the bank are laid beside the ledger.</param>
public sealed record Bankaansluiting(
    decimal Afschriften,
    decimal Grootboek,
    decimal Werklijst,
    int OpenRegels,
    decimal Verschil,
    IReadOnlyList<Afschriftgat> Gaten,
    DateOnly? TotEnMet = null,
    decimal? Eindsaldo = null,
    bool SaldiVergeleken = false
);

/// <summary>A statement before which one is missing; the balances in euro.</summary>
/// <param name="Eindsaldo">Of the one that was read before it.</param>
public sealed record Afschriftgat(string Afschrift, string Kenmerk, DateOnly Dag, decimal Beginsaldo, decimal Eindsaldo)
{
    /// <summary>Beside the statement itself.</summary>
    public string Kort => $"begint met {Weergave.Bedrag(Beginsaldo)}, het vorige eindigt met {Weergave.Bedrag(Eindsaldo)}";
}

/// <param name="Regels">Null when they were destroyed.</param>
public sealed record Afschriftblad(Afschriftbeeld Afschrift, IReadOnlyList<Afschriftregel>? Regels = null);

/// <param name="Bedrag">As the account feels it: negative is paid.</param>
public sealed record Afschriftregel(
    string Mutatie,
    decimal Bedrag,
    DateOnly Boekdatum,
    string? EndToEndId = null,
    string? Retourreden = null,
    string? Tekst = null
);

/// <summary>A movement that belongs to nothing by itself.</summary>
/// <param name="Status">open, voorgesteld or op-tussenrekening.</param>
/// <param name="Betaalopdracht">The order of which it has the reference; null when it has none of ours.</param>
/// <param name="Vordering">The claim of which it has the reference; null when it has none.</param>
/// <param name="IsRetour">Whether the bank says that it came back, or undoes what it booked.</param>
public sealed record Bankregelbeeld(
    string Bankregel,
    string Status,
    string Mutatie,
    string Afschrift,
    decimal Bedrag,
    DateOnly Boekdatum,
    string Uitleg,
    bool OpTussenrekening,
    DateTimeOffset Sinds,
    string? Betaalopdracht = null,
    string? EndToEndId = null,
    string? Tekst = null,
    Bankregelvoorstel? Voorstel = null,
    string? Vordering = null,
    bool IsRetour = false
)
{
    /// <summary>What it has the reference of; null when that is nothing of ours.</summary>
    public string? Kenmerk => Betaalopdracht ?? Vordering;

    /// <summary>Whether it has a reference of ours, and does not fit or not wholly.</summary>
    public bool IsDeels => Kenmerk is not null;

    public string Standtekst =>
        Status switch
        {
            "voorgesteld" => "Wacht op bevestiging",
            "op-tussenrekening" => "Op de tussenrekening",
            _ => IsDeels ? "Deels gekoppeld" : "Ongekoppeld",
        };
}

/// <param name="Afhandeling">koppelen, tussenrekening, bankkosten, retour, beslaglegger, tegen-elkaar or terugbetalen.</param>
/// <param name="Door">Pseudonym of who proposed it: another confirms.</param>
/// <param name="Hash">What who confirms names.</param>
/// <param name="Kosten">What is booked as costs of the bank, in euro; only of a return.</param>
public sealed record Bankregelvoorstel(
    string Afhandeling,
    string Door,
    DateTimeOffset Op,
    string Hash,
    string? Betaalopdracht = null,
    string? Toelichting = null,
    string? Vordering = null,
    string? Bankregel = null,
    decimal? Kosten = null
)
{
    public string Wat =>
        Afhandeling switch
        {
            "tussenrekening" => "boeken op de tussenrekening",
            "bankkosten" => "boeken als kosten van de bank",
            "retour" => $"betaling {Betaalopdracht} is teruggekomen, met aftrek van {Ingehouden} van de bank",
            "beslaglegger" => $"van betaling {Betaalopdracht} is dit aan de beslaglegger betaald",
            "terugbetalen" => $"terugbetalen wat op vordering {Vordering} te veel is ontvangen",
            "tegen-elkaar" => $"wegvallen tegen regel {Bankregel}",
            _ => Vordering is not null ? $"koppelen aan vordering {Vordering}" : $"koppelen aan betaling {Betaalopdracht}",
        };

    private string Ingehouden => Kosten is { } kosten ? $"{Weergave.Bedrag(kosten)} aan kosten" : "kosten";
}

/// <summary>What came of a statement file.</summary>
public sealed record Afschriftverslag(
    IReadOnlyList<Gelezenafschrift> Afschriften,
    IReadOnlyList<Verslagregel> Geboekt,
    IReadOnlyList<Verslagregel> EerderGeboekt,
    IReadOnlyList<Verslagregel> DeelsGekoppeld,
    IReadOnlyList<Verslagregel> Ongekoppeld
)
{
    /// <summary>In words.</summary>
    public string Samenvatting
    {
        get
        {
            var letop = string.Join(' ', Afschriften.Select(a => Weergave.Bijeen(a.LetOp)).OfType<string>());
            var eerder = Afschriften.All(a => a.Eerder) ? "Dit bestand was al gelezen. " : "";
            return $"{eerder}Geboekt: {Geboekt.Count}. Eerder geboekt: {EerderGeboekt.Count}. Deels gekoppeld: {DeelsGekoppeld.Count}. Ongekoppeld: {Ongekoppeld.Count}. {letop}".Trim();
        }
    }
}

/// <param name="LetOp">That it does not begin where another ended; null when it does.</param>
public sealed record Gelezenafschrift(string Afschrift, string Kenmerk, bool Eerder, string? LetOp = null);

public sealed record Verslagregel(string Mutatie, decimal Bedrag, string Uitleg);

/// <summary>What came of a message in which the bank refuses payments.</summary>
public sealed record Statusverslag(
    string Bestand,
    bool Geheel,
    IReadOnlyList<Statusregel> Teruggezet,
    IReadOnlyList<Statusregel> EerderVerwerkt,
    IReadOnlyList<Statusregel> Tegenstrijdig,
    IReadOnlyList<Statusregel> Onbekend
)
{
    private const int Genoemd = 5;

    /// <summary>In words, with what somebody must ask the bank about.</summary>
    public string Samenvatting
    {
        get
        {
            var vragen = Tegenstrijdig.Concat(Onbekend).Take(Genoemd).Select(r => $"{r.Betaalopdracht}: {r.Uitleg}");
            var begin = Geheel ? $"De bank weigerde heel bestand {Bestand}. " : "";
            return $"{begin}Teruggezet: {Teruggezet.Count}. Eerder verwerkt: {EerderVerwerkt.Count}. Na te vragen bij de bank: {Tegenstrijdig.Count + Onbekend.Count}. {string.Join(' ', vragen)}".Trim();
        }
    }
}

public sealed record Statusregel(string Betaalopdracht, string Uitleg);
