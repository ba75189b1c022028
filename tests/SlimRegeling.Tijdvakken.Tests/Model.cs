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

        public decimal Nodig => Math.Min(Gevraagd, Beoordeeld ?? Gevraagd) - Gereserveerd;

        public override string ToString() => $"{Rang} {Zaak[..3]} {Staat ?? "geen"} {Gereserveerd:0}";
    }

    private int _laatste;

    public List<Aanvraag> Aanvragen { get; } = [];

    public decimal Plafond { get; set; } = plafond;

    public int Grens { get; set; } = -1;

    public bool Geloot { get; private set; }

    public decimal Totaal => Aanvragen.Sum(a => a.Gereserveerd);

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
        var vrij = Plafond - Totaal;
        var gestopt = false;
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
            gestopt = true;
            break;
        }
        return Plaats(vrij, gestopt);
    }

    private bool Plaats(decimal vrij, bool gestopt)
    {
        var nieuw = Aanvragen
            .Where(a => a.Staat is null && a.Plaats <= Grens && (volgorde == Volgorde.Binnenkomst || a.Aangevuld is not null))
            .OrderBy(a => a.Plaats)
            .ThenBy(a => a.Zaak, StringComparer.Ordinal)
            .ToList();
        if (
            volgorde == Volgorde.Binnenkomst
            && nieuw.OrderBy(a => a.Op).ThenBy(a => a.Zaak, StringComparer.Ordinal).FirstOrDefault(Dubbel) is { } dubbel
        )
        {
            dubbel.Staat = "uitgesloten";
            return true;
        }
        if (nieuw.Count == 0)
        {
            return false;
        }
        var groep = nieuw.TakeWhile(a => a.Plaats == nieuw[0].Plaats).ToList();
        var past = !gestopt && groep.Sum(a => a.Nodig) <= vrij;
        var niemand = overschrijding == Overschrijding.Overslaan && getekend && groep.All(a => a.Nodig > vrij);
        if (volgorde == Volgorde.Binnenkomst && groep.Count > 1 && !past && !niemand)
        {
            return false;
        }
        groep[0].Rang = ++_laatste;
        groep[0].Staat = "wacht";
        return true;
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
