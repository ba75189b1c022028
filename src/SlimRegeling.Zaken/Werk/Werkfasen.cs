namespace SlimRegeling.Zaken.Werk;

/// <summary>What is waited for in a case that is not finished.</summary>
public enum Werkfase
{
    Behandelen,
    WachtOpAanvrager,
    Ondertekenen,
    Uitvoeren,
    Vaststellen,

    /// <summary>It was decided on, and an objection runs.</summary>
    Bezwaar,

    /// <summary>The activities are being done, and the recipient asked for a change (5.7 Kaderregeling).</summary>
    Wijziging,

    /// <summary>The activities are being done, and a progress report waits (2.18).</summary>
    Voortgang,

    /// <summary>The activities are being done, and the recipient told of a change that nobody read (5.7 Kaderregeling).</summary>
    Melding,
}

/// <summary>Which cases are work still by where they stand, and in which phase a case is; any other is work while an objection runs.</summary>
internal static class Werkfasen
{
    private static readonly Dictionary<Zaakstatus, Werkfase> PerStatus = new()
    {
        [Zaakstatus.Ingediend] = Werkfase.Behandelen,
        [Zaakstatus.Aangevuld] = Werkfase.Behandelen,
        [Zaakstatus.Volledig] = Werkfase.Behandelen,
        [Zaakstatus.Gerangschikt] = Werkfase.Behandelen,
        [Zaakstatus.BudgetGereserveerd] = Werkfase.Behandelen,
        [Zaakstatus.Teruggezonden] = Werkfase.Behandelen,
        [Zaakstatus.AanvullingGevraagd] = Werkfase.WachtOpAanvrager,
        [Zaakstatus.InSteekproef] = Werkfase.WachtOpAanvrager,
        [Zaakstatus.Beoordeeld] = Werkfase.Ondertekenen,
        [Zaakstatus.Verleend] = Werkfase.Uitvoeren,
        [Zaakstatus.BewijsOntvangen] = Werkfase.Vaststellen,
        [Zaakstatus.Heropend] = Werkfase.Vaststellen,
    };

    /// <summary>Of a case with a declaration, of which a completion can be asked.</summary>
    public const Zaakstatus Aanvulbaar = Zaakstatus.BewijsOntvangen;

    /// <summary>As they are stored.</summary>
    public static readonly int[] Open = [.. PerStatus.Keys.Select(s => (int)s)];

    /// <summary>Those of them in which the decision on the application is waited for.</summary>
    public static readonly int[] NietBesloten = [.. PerStatus.Keys.Where(s => !IsVerleend(s)).Select(s => (int)s)];

    /// <summary>Those in which a settlement that is asked for is waited for: not the ones in which another comes in its place.</summary>
    public static readonly int[] NietVastgesteld =
    [
        (int)Zaakstatus.Verleend,
        (int)Zaakstatus.InSteekproef,
        (int)Zaakstatus.BewijsOntvangen,
    ];

    /// <param name="wacht">Whether the completion of a declaration is waited for.</param>
    public static Werkfase Van(Zaakstatus status, bool wacht) =>
        wacht && status == Aanvulbaar ? Werkfase.WachtOpAanvrager : PerStatus.GetValueOrDefault(status, Werkfase.Bezwaar);

    public static bool IsOpen(Zaakstatus status) => PerStatus.ContainsKey(status);

    public static int[] Statussen(Werkfase fase) => [.. PerStatus.Where(p => p.Value == fase).Select(p => (int)p.Key)];

    public static bool IsVerleend(Zaakstatus status) =>
        status is Zaakstatus.Verleend or Zaakstatus.InSteekproef or Zaakstatus.BewijsOntvangen or Zaakstatus.Heropend;
}
