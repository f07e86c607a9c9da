using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace PledgeMiner.Classifying;

/// <summary>Reads named arrays of half-precision numbers from a file of the safetensors format: the length of a JSON header, the header, the numbers.</summary>
internal static class SafeTensors
{
    private const int LengthBytes = 8;

    /// <exception cref="InvalidDataException">The file is damaged, or holds other types.</exception>
    public static IReadOnlyDictionary<string, float[]> Load(string file)
    {
        var bytes = File.ReadAllBytes(file);
        try
        {
            var header = checked((int)BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            using var json = JsonDocument.Parse(bytes.AsMemory(LengthBytes, header));
            return json.RootElement.EnumerateObject().Where(x => x.Name != "__metadata__").ToDictionary(x => x.Name, x => Numbers(x.Value, bytes.AsSpan(LengthBytes + header)));
        }
        catch (Exception e) when (e is JsonException or ArgumentException or IndexOutOfRangeException or OverflowException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new InvalidDataException($"The model {file} is damaged: copy it again from the program's own models.");
        }
    }

    private static float[] Numbers(JsonElement tensor, ReadOnlySpan<byte> data)
    {
        if (tensor.GetProperty("dtype").GetString() != "F16") throw new FormatException();
        var ends = tensor.GetProperty("data_offsets");
        var (from, to) = (ends[0].GetInt32(), ends[1].GetInt32());
        var halves = MemoryMarshal.Cast<byte, Half>(data[from..to]);
        var numbers = new float[halves.Length];
        for (var i = 0; i < numbers.Length; i++) numbers[i] = (float)halves[i];
        return numbers;
    }
}
