using System.Text.Json.Serialization;
using NodaTime;
using SlimRegeling.Regels;

namespace SlimRegeling.Betalingen.Vorderen;

// What a claim comes to, on a day.
public sealed partial record Vordering
{
    /// <summary>All that came in, by money or by set-off.</summary>
    [JsonIgnore]
    public Toerekening Ontvangen =>
        Betalingen
            .Select(b => b.Toegerekend)
            .Concat(Verrekeningen.Select(v => v.Toegerekend))
            .Aggregate(Toerekening.Niets, (a, b) => a.Met(b));

    /// <summary>What is owed for reminding and for serving the writ, in euro.</summary>
    [JsonIgnore]
    public decimal Kosten => (Aangemaand?.Vergoeding ?? 0) + (Betekend?.Kosten ?? 0) - VervallenKosten;

    /// <summary>What is collected of it. Stored, so that the reconciliation and the list of work find it.</summary>
    public Toerekening Open => new Toerekening(Kosten, Renten.Sum(r => r.Bedrag), Hoofdsom).Zonder(Ontvangen).Zonder(Afgeboekt);

    /// <summary>What was set of interest in all, less what was given back of it, in euro.</summary>
    [JsonIgnore]
    public decimal Vastgesteld => Renten.Sum(r => r.Bedrag) - Teruggaven.Sum(t => t.Bedrag);

    /// <summary>Movements and decisions that were booked as received: each counts once.</summary>
    public bool Kent(string mutatie) => Betalingen.Any(b => b.Mutatie == mutatie);

    /// <summary>The first day of default (4:97 Awb); null while there is no term.</summary>
    [JsonIgnore]
    public LocalDate? Verzuim => Termijn?.Uiterlijk.PlusDays(1);

    /// <summary>
    /// The interest that runs up from the first day of default, up to and without <paramref name="tot"/>, in euro. What is claimed no longer never was owed,
    /// so it bore none. In a bankruptcy and in a debt restructuring interest does not run on (128 Fw). Nor does it once the sum was paid, and the interest on
    /// it too, or so little was left of that that it is not owed (4:98, second paragraph, Awb): the years after that are not gone through.
    /// </summary>
    public decimal Rente(Regelversie versie, LocalDate tot)
    {
        if (Verzuim is not { } verzuim)
        {
            return 0;
        }
        var (schuld, betaald, dag) = (Schuld(), Betaalderente(), Rentedag(tot));
        if (schuld is [.., { Bedrag: 0, Vanaf: var voldaan }] && voldaan < dag)
        {
            var toen = WettelijkeRente.Bedrag(versie, verzuim, schuld, betaald, voldaan);
            if (toen < WettelijkeRente.Drempel(versie, voldaan) || (betaald is [.., { Bedrag: var rente }] && rente >= toen))
            {
                return toen;
            }
        }
        return WettelijkeRente.Bedrag(versie, verzuim, schuld, betaald, dag);
    }

    /// <summary>Up to which day interest counts, when it is asked up to <paramref name="tot"/>.</summary>
    public LocalDate Rentedag(LocalDate tot) =>
        Belemmerd is { Soort: Belemmering.Faillissement or Belemmering.Schuldsanering, Vanaf: var vanaf } ? LocalDate.Min(tot, vanaf) : tot;

    /// <summary>Instalments that should have been paid by then and were not, together, in euro.</summary>
    public decimal Achterstand(LocalDate dag)
    {
        if (Regeling is not { } regeling)
        {
            return 0;
        }
        var verschuldigd = regeling.Termijnen.Where(t => t.Uiterlijk < dag).Sum(t => t.Bedrag);
        var betaald =
            Betalingen.Where(b => b.Op > regeling.Op).Sum(b => b.Toegerekend.Totaal)
            + Verrekeningen.Where(v => v.Op > regeling.Op).Sum(v => v.Toegerekend.Totaal);
        return Math.Clamp(verschuldigd - betaald, 0, Math.Max(0, Open.Totaal));
    }

    public Vorderingstand Stand(LocalDate dag) =>
        this switch
        {
            { Hoofdsom: 0, Open.Totaal: <= 0 } when Ontvangen.Totaal == 0 => Vorderingstand.Vervallen,
            { Open.Totaal: <= 0, Afgeboekt.Totaal: > 0 } => Vorderingstand.Afgeboekt,
            { Open.Totaal: <= 0 } => Vorderingstand.Voldaan,
            { Besloten: null } => Vorderingstand.Ontstaan,
            { Termijn: null } => Vorderingstand.Besloten,
            { Regeling: not null } => Vorderingstand.Regeling,
            { Dwangbevel: not null } => Vorderingstand.Dwangbevel,
            { Aangemaand: not null } => Vorderingstand.Aangemaand,
            { Termijn.Uiterlijk: var uiterlijk } when dag > uiterlijk => Vorderingstand.InVerzuim,
            _ => Vorderingstand.Loopt,
        };

    private List<Dagstand> Schuld()
    {
        var standen = new List<Dagstand> { new(Verzuim!.Value, Hoofdsom) };
        var schuld = Hoofdsom;
        foreach (var (dag, ontvangen) in Ontvangsten().OrderBy(o => o.Dag))
        {
            schuld -= ontvangen.Hoofdsom;
            standen.Add(new(LocalDate.Max(dag, Verzuim.Value), Math.Max(0, schuld)));
        }
        return standen;
    }

    private List<Dagstand> Betaalderente()
    {
        var (standen, betaald) = (new List<Dagstand>(), 0m);
        foreach (var (dag, ontvangen) in Ontvangsten().OrderBy(o => o.Dag))
        {
            standen.Add(new(dag, betaald += ontvangen.Rente));
        }
        return standen;
    }

    private IEnumerable<(LocalDate Dag, Toerekening Ontvangen)> Ontvangsten() =>
        Betalingen.Select(b => (b.Dag, b.Toegerekend)).Concat(Verrekeningen.Select(v => (v.Dag, v.Toegerekend)));
}
