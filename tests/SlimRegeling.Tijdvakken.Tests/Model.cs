namespace SlimRegeling.Tijdvakken.Tests;

/// <summary>
/// A window as simple as it can be: a list in memory, where one thing happens at a time until nothing more can. Moments are minutes.
/// </summary>
internal sealed class Model(Volgorde volgorde, Overschrijding overschrijding, bool getekend, decimal plafond)
{
    internal sealed class Aanvraag(string zaak, string kvk, decimal gevraagd, int op)
    {
        public string Zaak => zaak;
        public string Kvk => kvk;
        public int Op => op;
        public decimal Gevraagd { get; set; } = gevraagd;
        public int? Aanvulling { get; set; }
        public int? Aangevuld { get; set; }
        public decimal? Beoordeeld { get; set; }
        public bool Weg { get; set; }
        public int? Rang { get; set; }
        public string? Staat { get; set; }
        public decimal Gereserveerd { get; set; }

        public int? Plaats =>
            Weg ? null
            : Aangevuld is not null ? Aangevuld
            : Aanvulling is not null ? null
            : Op;

        public decimal Doel => Math.Min(Gevraagd, Beoordeeld ?? Gevraagd);

        public decimal Nodig => Doel - Gereserveerd;

        public override string ToString() => $"{Rang} {Zaak[..3]} {Staat ?? "geen"} {Gereserveerd:0}";
    }

    /// <summary>The minute at which a window closes.</summary>
    public const int Sluit = 20 * 24 * 60;

    private int _laatste;

    public Volgorde Volgorde => volgorde;

    public Overschrijding Overschrijding => overschrijding;

    /// <summary>Two people signed that who does not fit is refused.</summary>
    public bool MagWeigeren => overschrijding == Overschrijding.Overslaan && getekend;

    public List<Aanvraag> Aanvragen { get; } = [];

    public decimal Plafond { get; set; } = plafond;

    public int Grens { get; set; } = -1;

    public bool Geloot { get; private set; }

    public decimal Totaal => Aanvragen.Sum(a => a.Gereserveerd);

    public decimal Vrij => Plafond - Totaal;

    /// <summary>Someone waits for money, or for a place in the order.</summary>
    public bool Wacht => Aanvragen.Exists(a => a.Staat == "wacht" || a is { Staat: null, Plaats: not null });

    public string Stand() => string.Join(", ", Aanvragen.OrderBy(a => a.Rang ?? int.MaxValue).ThenBy(a => a.Zaak, StringComparer.Ordinal));

    public void Ingediend(string zaak, string kvk, decimal gevraagd, int op) => Aanvragen.Add(new Aanvraag(zaak, kvk, gevraagd, op));

    public static void AanvullingGevraagd(Aanvraag a, int op)
    {
        a.Aanvulling = op;
        Verlies(a);
    }

    public static void Aangevuld(Aanvraag a, decimal gevraagd, int op)
    {
        a.Aangevuld = op;
        a.Gevraagd = gevraagd;
        Verlies(a);
    }

    public static void Weg(Aanvraag a)
    {
        a.Weg = true;
        Verlies(a);
    }

    public static void Beoordeeld(Aanvraag a, decimal bedrag)
    {
        a.Beoordeeld = bedrag;
        a.Gereserveerd = Math.Min(a.Gereserveerd, bedrag);
        if (a.Staat is "wacht" or "gereserveerd")
        {
            a.Staat = a.Nodig > 0 ? "wacht" : "gereserveerd";
        }
    }

    public static void Verleend(Aanvraag a, decimal bedrag)
    {
        a.Gereserveerd = bedrag;
        a.Staat = "vastgelegd";
    }

    /// <summary>The list as it was fixed, in the order that was drawn or of receipt.</summary>
    public void Rangschik(IReadOnlyList<string> zaken)
    {
        Geloot = true;
        foreach (var zaak in zaken)
        {
            var a = Aanvragen.Single(a => a.Zaak == zaak);
            a.Rang = ++_laatste;
            a.Staat = a is { Weg: false, Aanvulling: null, Aangevuld: null } ? "wacht" : a.Staat;
        }
    }

    /// <summary>Those of one moment, as they were drawn.</summary>
    public void RangschikGelijken(IReadOnlyList<string> zaken)
    {
        foreach (var zaak in zaken)
        {
            var a = Aanvragen.Single(a => a.Zaak == zaak);
            a.Rang = ++_laatste;
            a.Staat = "wacht";
        }
    }

    /// <summary>The same list in another order, by order of a court; who joined again behind it stays there.</summary>
    public void Herrangschik(IReadOnlyList<string> zaken)
    {
        foreach (var (i, zaak) in zaken.Index())
        {
            var a = Aanvragen.Single(a => a.Zaak == zaak);
            a.Rang = a.Rang <= zaken.Count ? i + 1 : a.Rang;
        }
        foreach (var a in Aanvragen.Where(a => a.Staat is "wacht" or "gereserveerd"))
        {
            a.Staat = "wacht";
            a.Gereserveerd = 0;
        }
    }

    /// <summary>At rest: those of one moment, through whom the ceiling cuts; they wait for a draw, with all behind them.</summary>
    public IReadOnlyList<string> Gelijken =>
        volgorde == Volgorde.Binnenkomst && Nieuw() is { Count: > 0 } nieuw && Groep(nieuw) is var groep && !OmHetEven(groep)
            ? [.. groep.Select(a => a.Zaak)]
            : [];

    /// <summary>Why the ceiling cannot become this; null when it does.</summary>
    public string? Wijzig(decimal plafond)
    {
        var code =
            plafond <= 0 ? "onjuiste-invoer"
            : plafond < Totaal && plafond < Plafond ? "onder-reservering"
            : plafond < Plafond && Wacht ? "aanvragen-wachten"
            : null;
        Plafond = code is null ? plafond : Plafond;
        return code;
    }

    /// <summary>Why this cannot go to the other window; null when it does.</summary>
    public string? Geef(Model naar, decimal bedrag, int minuut)
    {
        var code =
            minuut < Sluit ? "tijdvak-open"
            : Grens < Sluit || (volgorde == Volgorde.Loting && !Geloot) || Wacht ? "aanvragen-wachten"
            : bedrag > Vrij ? "te-weinig-over"
            : null;
        if (code is null)
        {
            Plafond -= bedrag;
            naar.Plafond += bedrag;
        }
        return code;
    }

    public void Rust()
    {
        while (Stap()) { }
    }

    private bool Stap()
    {
        if (volgorde == Volgorde.Loting && !Geloot)
        {
            return false;
        }
        var vrij = Vrij;
        foreach (var a in Aanvragen.Where(a => a.Staat == "wacht").OrderBy(a => a.Rang))
        {
            if (a.Nodig <= vrij)
            {
                a.Gereserveerd += a.Nodig;
                a.Staat = "gereserveerd";
                return true;
            }
            if (overschrijding == Overschrijding.Overslaan)
            {
                if (getekend && a.Gereserveerd == 0)
                {
                    a.Staat = "ontoereikend";
                    return true;
                }
                continue;
            }
            if (overschrijding == Overschrijding.Gedeeltelijk && vrij > 0)
            {
                a.Gereserveerd += vrij;
                return true;
            }
            break;
        }
        return Plaats();
    }

    private bool Plaats()
    {
        var nieuw = Nieuw();
        if (
            volgorde == Volgorde.Binnenkomst
            && nieuw.OrderBy(a => a.Op).ThenBy(a => a.Zaak, StringComparer.Ordinal).FirstOrDefault(Dubbel) is { } dubbel
        )
        {
            dubbel.Staat = "uitgesloten";
            return true;
        }
        if (nieuw.Count == 0 || (volgorde == Volgorde.Binnenkomst && !OmHetEven(Groep(nieuw))))
        {
            return false;
        }
        nieuw[0].Rang = ++_laatste;
        nieuw[0].Staat = "wacht";
        return true;
    }

    private List<Aanvraag> Nieuw() =>
        [
            .. Aanvragen
                .Where(a => a.Staat is null && a.Plaats <= Grens && (volgorde == Volgorde.Binnenkomst || a.Aangevuld is not null))
                .OrderBy(a => a.Plaats)
                .ThenBy(a => a.Zaak, StringComparer.Ordinal),
        ];

    private static List<Aanvraag> Groep(List<Aanvraag> nieuw) => [.. nieuw.TakeWhile(a => a.Plaats == nieuw[0].Plaats)];

    // Asked when nobody who waits can be given anything.
    private bool OmHetEven(List<Aanvraag> groep)
    {
        var gestopt = overschrijding != Overschrijding.Overslaan && Aanvragen.Exists(a => a.Staat == "wacht");
        return groep.Count == 1 || (!gestopt && groep.Sum(a => a.Nodig) <= Vrij) || (MagWeigeren && groep.TrueForAll(a => a.Nodig > Vrij));
    }

    private bool Dubbel(Aanvraag a) =>
        Aanvragen.Any(e =>
            e.Kvk == a.Kvk
            && !e.Weg
            && e.Staat != "uitgesloten"
            && (e.Op < a.Op || (e.Op == a.Op && string.CompareOrdinal(e.Zaak, a.Zaak) < 0))
        );

    private static void Verlies(Aanvraag a)
    {
        if (a.Staat is "wacht" or "gereserveerd")
        {
            a.Staat = null;
            a.Gereserveerd = 0;
        }
    }
}
